/** Traditional and variant characters of the words that marks and labels are made of, with their simplified form. */
export const MARKER_CHARACTERS: ReadonlyMap<string, string> = new Map(
  Array.from(
    '機机 絕绝 絶绝 祕秘 級级 內内 資资 僅仅 領领 導导 參参 閱阅 會会 後后 開开 長长 號号 證证 証证 護护 電电 話话 碼码 帳账 戶户 銀银 ' +
      '單单 業业 務务 書书 無无 條条 時时 間间 認认 聯联 係系 員员 嚴严 傳传 轉转 發发 註注 隱隐 貧贫 殘残 療疗 診诊 醫医 歲岁 學学 ' +
      '籍籍 齡龄 婦妇 準准 據据 訊讯 絡络 網网 請请 說说 經经 總总 點点 鍵键 屬属 於于 與与 為为 爲为 來来 處处 門门 機机 對对 觀观',
  )
    .join('')
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);
