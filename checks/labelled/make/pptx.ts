import { type ImageRecipe, makeImage } from './image.ts';
import { OfficePackage } from './office-package.ts';
import { groupOf, NAMESPACES, notesShape, pictureShape, shape, tableShape } from './pptx-shapes.ts';
import { addProperties, type Properties } from './properties.ts';
import { escapeXml } from './xml.ts';

export interface Slide {
  title: string;
  lines?: string[];
  table?: string[][];
  picture?: ImageRecipe;
  alt?: string;
  hidden?: boolean;
  /** Speaker's notes. */
  notes?: string;
  comment?: string;
}

/** A PowerPoint presentation. */
export interface PptxRecipe extends Properties {
  slides: Slide[];
  /** A line on the layout, shown on every slide and editable on none. */
  layout?: string;
  master?: string;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
const MAIN = 'ppt/presentation.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml';
const THEME = 'ppt/theme/theme1.xml';

export async function makePptx(recipe: PptxRecipe): Promise<Uint8Array> {
  const office = new OfficePackage();
  office.relate('', 'officeDocument', MAIN);
  const master = office.relate(MAIN, 'slideMaster', MASTER);
  addDesign(office, recipe);
  const slides: string[] = [];
  for (const [i, slide] of recipe.slides.entries())
    slides.push(`<p:sldId id="${256 + i}" r:id="${await addSlide(office, slide, i + 1)}"/>`);
  office.add(
    MAIN,
    `${TYPE}.presentation.main+xml`,
    `<p:presentation ${NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst><p:sldIdLst>${slides.join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  );
  addProperties(office, recipe);
  return office.bytes();
}

function addDesign(office: OfficePackage, { layout, master }: PptxRecipe): void {
  const layoutId = office.relate(MASTER, 'slideLayout', LAYOUT);
  office.relate(MASTER, 'theme', THEME);
  office.relate(LAYOUT, 'slideMaster', MASTER);
  office.add(
    MASTER,
    `${TYPE}.slideMaster+xml`,
    `<p:sldMaster ${NAMESPACES}><p:cSld>${groupOf(master ? [shape(9, '版面', [master])] : [])}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="${layoutId}"/></p:sldLayoutIdLst></p:sldMaster>`,
  );
  office.add(
    LAYOUT,
    `${TYPE}.slideLayout+xml`,
    `<p:sldLayout ${NAMESPACES} type="blank"><p:cSld name="空白">${groupOf(layout ? [shape(9, '页角', [layout])] : [])}</p:cSld></p:sldLayout>`,
  );
  const colours = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map(
    (name, i) => `<a:${name}><a:srgbClr val="${i % 2 ? 'FFFFFF' : '1F3864'}"/></a:${name}>`,
  );
  const font = '<a:latin typeface="Arial"/><a:ea typeface="宋体"/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
  const line = `<a:ln w="9525">${fill.slice(0, fill.length / 3)}</a:ln>`.repeat(3);
  office.add(
    THEME,
    'application/vnd.openxmlformats-officedocument.theme+xml',
    `<a:theme ${NAMESPACES} name="政务"><a:themeElements><a:clrScheme name="政务">${colours.join('')}</a:clrScheme><a:fontScheme name="政务"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="政务"><a:fillStyleLst>${fill}</a:fillStyleLst><a:lnStyleLst>${line}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
}

async function addSlide(office: OfficePackage, slide: Slide, number: number): Promise<string> {
  const path = `ppt/slides/slide${number}.xml`;
  office.relate(path, 'slideLayout', LAYOUT);
  const shapes = [shape(2, '标题', [slide.title])];
  if (slide.lines) shapes.push(shape(3, '内容', slide.lines));
  if (slide.table) shapes.push(tableShape(slide.table));
  if (slide.picture) {
    const media = `ppt/media/image${number}.${slide.picture.format === 'jpeg' ? 'jpg' : 'png'}`;
    office.add(media, `image/${slide.picture.format ?? 'png'}`, await makeImage(slide.picture));
    shapes.push(pictureShape(office.relate(path, 'image', media), slide.alt ?? ''));
  }
  office.add(
    path,
    `${TYPE}.slide+xml`,
    `<p:sld ${NAMESPACES}${slide.hidden ? ' show="0"' : ''}><p:cSld>${groupOf(shapes)}</p:cSld></p:sld>`,
  );
  if (slide.notes) addNotes(office, path, number, slide.notes);
  if (slide.comment) addComment(office, path, number, slide.comment);
  return office.relate(MAIN, 'slide', path);
}

function addNotes(office: OfficePackage, slide: string, number: number, text: string): void {
  const path = `ppt/notesSlides/notesSlide${number}.xml`;
  office.add(path, `${TYPE}.notesSlide+xml`, `<p:notes ${NAMESPACES}><p:cSld>${groupOf([notesShape(text)])}</p:cSld></p:notes>`);
  office.relate(path, 'slide', slide);
  office.relate(slide, 'notesSlide', path);
}

function addComment(office: OfficePackage, slide: string, number: number, text: string): void {
  const path = `ppt/comments/comment${number}.xml`;
  office.add(
    path,
    `${TYPE}.comments+xml`,
    `<p:cmLst ${NAMESPACES}><p:cm authorId="0" dt="2026-03-06T10:00:00" idx="1"><p:pos x="10" y="10"/><p:text>${escapeXml(text)}</p:text></p:cm></p:cmLst>`,
  );
  office.relate(slide, 'comments', path);
}
