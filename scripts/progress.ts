const STAGES = {
  read: '读取内容',
  judge: '检查文件',
  render: '生成页面',
  visit: '访问外部链接',
  verify: '核对提交',
  compare: '核对网站文件',
} as const;

/**
 * A line that counts on a terminal; nothing elsewhere.
 * @param every elsewhere, a line when a stage begins and one each time that so many more are done
 */
export function toProgress({ stream = process.stderr, every }: { stream?: NodeJS.WriteStream; every?: number } = {}): {
  show(stage: keyof typeof STAGES, done: number, of: number): void;
  end(): void;
} {
  let last = 0;
  let shown = false;
  let told: { stage?: string; done: number } = { done: 0 };
  const tell = (stage: keyof typeof STAGES, done: number, of: number) => {
    if (every === undefined || (told.stage === stage && done - told.done < every)) return;
    told = { stage, done: done - (done % every) };
    stream.write(`${STAGES[stage]} ${done}/${of}\n`);
  };
  return {
    show(stage, done, of) {
      const now = Date.now();
      if (of === 0) return;
      if (!stream.isTTY) return tell(stage, done, of);
      if (now - last < 100 && done < of) return;
      last = now;
      shown = true;
      stream.write(`\r\u001b[K${STAGES[stage]} ${done}/${of}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
