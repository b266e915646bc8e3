import { cells, makeWorkbook } from './make-workbook.ts';

const sheetData = [
  '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>',
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>隐藏列的话</t></is></c></row>',
  '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>隐藏行的话</t></is></c></row>',
  '<row r="3"><c r="A3"><v>1.42345678901E+10</v></c><c r="B3" t="str"><f>IF(A3>0,"公式里的话",1)</f><v>公式的值</v></c><c r="C3"><v>9.9010119900101E17</v></c></row>',
  '<row r="4"><c t="b"><v>1</v></c><c><v>42</v></c><c r="C4" s="1" t="inlineStr"><is><t>白字</t></is></c></row>',
  '</sheetData>',
  '<dataValidations><dataValidation sqref="A1:A9" prompt="提示的话" error="出错的话"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
  '<hyperlinks><hyperlink ref="B1" r:id="rId1" tooltip="悬停的话"/></hyperlinks>',
  '<headerFooter><oddHeader>&amp;L左边&amp;C&amp;"宋体,常规"&amp;14印制的话&amp;P</oddHeader></headerFooter>',
].join('');

/** A workbook with words in every place that can hold some. */
export const wholeWorkbook = makeWorkbook(
  [
    {
      name: '名单',
      inner: sheetData,
      relations: [
        ['hyperlink', 'http://oa.example/目标', true],
        ['comments', '../comments1.xml'],
        ['threadedComment', '../threadedComments/threadedComment1.xml'],
        ['drawing', '../drawings/drawing1.xml'],
      ],
    },
    { name: '底表', state: 'hidden', inner: cells({ B3: '隐藏表的话' }) },
    { name: '深藏', state: 'veryHidden', inner: cells({ A1: '深藏表的话' }) },
  ],
  {
    strings: '<si><t>普通的话</t></si><si><r><t>丰富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>拼音的话</t></rPh></si>',
    names: '<definedName name="某名称">"名称的值"</definedName>',
    parts: {
      'xl/styles.xml':
        '<styleSheet><fonts><font><color theme="1"/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>',
      'xl/comments1.xml':
        '<comments><authors><author>某批注人</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>批注</t></r><r><t>的话</t></r></text></comment></commentList></comments>',
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments><threadedComment ref="B1" id="{1}"><text>会话批注的话</text></threadedComment></ThreadedComments>',
      'xl/persons/person.xml': '<personList><person displayName="某会话人" id="{2}"/></personList>',
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="urn:xdr" xmlns:a="urn:a"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="框" descr="图的替代文字"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>形状</a:t></a:r><a:r><a:t>的话</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
      'xl/charts/chart1.xml':
        '<c:chartSpace xmlns:c="urn:c" xmlns:a="urn:a"><c:title><c:tx><c:rich><a:p><a:r><a:t>图表标题</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:cat><c:strRef><c:strCache><c:pt idx="3"><c:v>图表缓存的话</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:chartSpace>',
      'xl/pivotCache/pivotCacheDefinition1.xml':
        '<pivotCacheDefinition><cacheFields><cacheField name="姓名"><sharedItems><s v="甲某"/><s v="乙某"/></sharedItems></cacheField><cacheField name="证件"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>',
      'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords><r><x v="1"/><s v="缓存的证件"/></r></pivotCacheRecords>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><externalBook><sheetNames><sheetName val="外部表名"/></sheetNames><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>外部缓存的话</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
      'xl/connections.xml':
        '<connections><connection name="连接" id="1"><dbPr connection="Provider=X;Password=example" command="select 1"/></connection></connections>',
      'docProps/app.xml':
        '<Properties xmlns:vt="urn:vt"><TitlesOfParts><vt:vector><vt:lpstr>旧的表名</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
    },
    more: {
      'xl/drawings/drawing1.xml': [['chart', '../charts/chart1.xml']],
      'xl/pivotCache/pivotCacheDefinition1.xml': [['pivotCacheRecords', 'pivotCacheRecords1.xml']],
      'xl/externalLinks/externalLink1.xml': [['externalLinkPath', 'file:///D:/共享/底册.xlsx', true]],
    },
  },
);
