const STAGES = {
  read: '读取内容',
  judge: '检查文件',
  render: '生成页面',
  visit: '访问外部链接',
  verify: '核对提交',
  compare: '核对网站文件',
} as const;

/** A line that counts on a terminal; nothing elsewhere. */
export function toProgress(stream: NodeJS.WriteStream = process.stderr): {
  show(stage: keyof typeof STAGES, done: number, of: number): void;
  end(): void;
} {
  let last = 0;
  let shown = false;
  return {
    show(stage, done, of) {
      const now = Date.now();
      if (!stream.isTTY || of === 0 || (now - last < 100 && done < of)) return;
      last = now;
      shown = true;
      stream.write(`\r\u001b[K${STAGES[stage]} ${done}/${of}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
