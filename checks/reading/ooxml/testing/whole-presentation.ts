import { makePackage } from './make-package.ts';

const SPACES = 'xmlns:p="urn:p" xmlns:a="urn:a" xmlns:r="urn:r"';
const text = (words: string) => `<p:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:txBody>`;
const shape = (words: string, more = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="s"/><p:nvPr>${more}</p:nvPr></p:nvSpPr>${text(words)}</p:sp>`;
const slide = (inner: string, attributes = '') => `<p:sld ${SPACES} ${attributes}><p:cSld><p:spTree>${inner}</p:spTree></p:cSld></p:sld>`;
const table =
  '<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>甲</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>乙</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>';

/** A presentation with words in every place that can hold some. */
export const wholePresentation = makePackage(
  {
    'ppt/presentation.xml': `<p:presentation ${SPACES}><p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId1"/></p:sldIdLst></p:presentation>`,
    'ppt/slides/slide1.xml': slide(shape('第二张的话'), 'show="0"'),
    'ppt/slides/slide2.xml': slide(shape('标题的话', '<p:ph type="title"/>') + shape('内容的话') + table),
    'ppt/slides/slide3.xml': slide(shape('没有列出的话')),
    'ppt/notesSlides/notesSlide1.xml': `<p:notes ${SPACES}>${shape('备注的话')}</p:notes>`,
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${SPACES}>${shape('母版的话')}</p:sldMaster>`,
    'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout ${SPACES}>${shape('版式的话')}</p:sldLayout>`,
    'ppt/comments/comment1.xml': `<p:cmLst ${SPACES}><p:cm authorId="0"><p:text>批注的话</p:text></p:cm></p:cmLst>`,
    'ppt/comments/modern.xml': `<p188:cmLst xmlns:p188="urn:p188" xmlns:a="urn:a"><p188:cm><p188:txBody><a:p><a:r><a:t>新式批注的话</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>`,
    'ppt/commentAuthors.xml': `<p:cmAuthorLst ${SPACES}><p:cmAuthor id="0" name="某批注人"/></p:cmAuthorLst>`,
    'ppt/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="urn:dgm" xmlns:a="urn:a"><dgm:t><a:p><a:r><a:t>智能图形的话</a:t></a:r></a:p></dgm:t></dgm:dataModel>`,
    'ppt/tags/tag1.xml': `<p:tagLst ${SPACES}><p:tag name="某标记" val="标记的值"/></p:tagLst>`,
  },
  {
    '': [['officeDocument', 'ppt/presentation.xml']],
    'ppt/presentation.xml': [
      ['slide', 'slides/slide1.xml'],
      ['slide', 'slides/slide2.xml'],
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ],
    'ppt/slides/slide2.xml': [
      ['notesSlide', '../notesSlides/notesSlide1.xml'],
      ['comments', '../comments/comment1.xml'],
      ['comments', '../comments/modern.xml'],
      ['diagramData', '../diagrams/data1.xml'],
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['video', 'http://video.example/影片', true],
    ],
  },
);
