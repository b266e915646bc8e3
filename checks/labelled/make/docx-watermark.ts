import { escapeXml } from './xml.ts';

/** WordArt as Word's “水印” command writes it: the words are an attribute, not text. */
export function watermark(text: string): string {
  return `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" path="m@7,l@8,m@5,21600l@6,21600e"><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;width:415pt;height:207pt;rotation:315;z-index:-251" fillcolor="silver" stroked="f"><v:textpath style="font-family:&quot;仿宋&quot;;font-size:1pt" string="${escapeXml(text)}"/></v:shape></w:pict></w:r>`;
}
