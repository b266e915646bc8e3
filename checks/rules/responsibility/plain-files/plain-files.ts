import { placeFault } from '../../../../cms/library/parse.ts';
import { UNREADABLE_NAME } from '../../../../cms/library/source.ts';
import { NUMBER_FILE } from '../../../../cms/model/number-file.ts';
import { quote } from '../../../../cms/model/quote.ts';
import { RUNS_WHEN_OPENED, UPLOAD_LIMITS } from '../../../../cms/model/upload-limits.ts';
import { block, defineRule } from '../../../rule.ts';
import { type BranchFile, MOST_COMMITS, MOST_FILES } from '../../../subjects/branch.ts';

const MEGABYTE = 1_000_000;
/** What one branch may bring. Everything is read before anything is let in. */
const MOST = { megabytes: 1000, path: 240 };

export default defineRule({
  id: 'responsibility/plain-files',
  title: '提交里只有内容库认得的普通文件',
  basis: [{ law: '政府网站发展指引（国办发〔2017〕47号）' }],
  standards: ['STD-SEED-03', 'STD-SEED-08'],
  scope: 'branch',
  sensitive: false,
  waivable: false,
  messages: {
    commits: block<{ count: number }>(({ count }) => `一次有 ${count} 个提交，超过 ${MOST_COMMITS} 个，没有查。分几次提交。`),
    many: block<{ count: number }>(({ count }) => `一次改了 ${count} 个文件，超过 ${MOST_FILES} 个，没有查。分几次提交。`),
    much: block<{ size: number }>(({ size }) => `一次带来 ${size} MB，超过 ${MOST.megabytes} MB，没有查。分几次提交。`),
    link: block(() => '这是一个链接，指向的东西查不到。换成文件本身。'),
    submodule: block(() => '这是一个子模块，里面的内容在别的仓库，查不到。把文件直接放进来。'),
    unreadable: block(() => '文件名不是 UTF-8 编码，读不出来。改名后再提交。'),
    invisible: block(() => '路径里有看不见的字符，看到的和实际的不一样。改名后再提交。'),
    control: block(() => '名称以点开头，会改变 Git 或者检查流程的做法，不是内容。删去，流程由维护人员改。'),
    outside: block(() => '不在内容文件夹里，检查管不到。删去，程序的改动另外提交。'),
    long: block(() => `路径超过 ${MOST.path} 个字节，有的电脑打不开。缩短名称，少分几层。`),
    place: block<{ words: string }>(({ words }) => words),
    twin: block<{ twin: string }>(({ twin }) => `和“${twin}”只差大小写或者写法，有的电脑会互相覆盖。改名后再提交。`),
    runs: block(() => '这是网页或者程序，打开就会运行，不能放到网上。换成 PDF、OFD、Word 或者 Excel。'),
    large: block(() => `文件超过 ${UPLOAD_LIMITS.file / MEGABYTE} MB。压缩，或者拆成几个文件。`),
  },
  check({ commits, files }, report) {
    const whole = { where: '全部改动', written: '', file: '' };
    const megabytes = Math.round(files.reduce((sum, { size }) => sum + size, 0) / MEGABYTE);
    if (commits > MOST_COMMITS) report('commits', whole, { count: commits });
    if (files.length > MOST_FILES) report('many', whole, { count: files.length });
    if (megabytes > MOST.megabytes) report('much', whole, { size: megabytes });
    for (const file of files.slice(0, MOST_FILES)) {
      if (file.isSigned && file.kind === 'file' && NUMBER_FILE.test(file.path)) continue;
      const at = { where: '文件', written: file.path, file: file.path };
      const fault = faultOf(file);
      const words = fault === undefined ? placeFault(file.path) : undefined;
      if (fault) report(fault, at);
      else if (words !== undefined) report('place', at, { words });
      else if (file.twin !== undefined) report('twin', at, { twin: quote(file.twin, 20) });
      else if (RUNS_WHEN_OPENED.test(file.path)) report('runs', at);
      else if (file.size > UPLOAD_LIMITS.file) report('large', at);
    }
  },
});

function faultOf({ path, kind }: BranchFile) {
  if (kind !== 'file') return kind;
  if (path.includes(UNREADABLE_NAME)) return 'unreadable';
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path)) return 'invisible';
  if (path.split('/').some((name) => /^\.[^.]|^\.\.[^/]/u.test(name))) return 'control';
  if (path.startsWith('../')) return 'outside';
  return Buffer.byteLength(path) > MOST.path ? 'long' : undefined;
}
