import { addMonths } from '../../../../cms/calendar/days.ts';
import { LETTER_LIMIT } from '../../../../cms/model/limit.ts';
import { block, defineRule, warn } from '../../../rule.ts';
import { dataOf } from '../../../subjects/data-of.ts';

const { days: WITHIN } = LETTER_LIMIT;
/** Months after which a letter without an answer fails the whole site (国办秘函〔2019〕19号). */
const VETO = 3;

export default defineRule({
  id: 'disclosure/letters-answered',
  title: '网民留言按时答复',
  basis: [{ law: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）' }, { law: '信访工作条例', article: '第二十二条' }],
  standards: ['STD-INS-25', 'STD-INT-02', 'STD-INT-03'],
  scope: 'entry',
  sensitive: false,
  waivable: true,
  messages: {
    unanswered: block(({ where }) => `${where}超过3个月，还没有公开答复，检查时会一票否决。马上答复并发布。`),
    veto: warn(({ where }) => `${where}和来信日期相隔3个月以上，检查时会一票否决。核对日期，查明原因。`),
    slow: warn<{ days: number }>(({ days }) => `收到来信${days}个工作日后才答复，应当在15个工作日内。查明原因，以后按时答复。`),
  },
  check(entry, report) {
    const data = dataOf(entry, 'letter');
    if (!data) return;
    const { received_on: received, replied_on: replied } = data;
    if (!entry.isPublic && addMonths(received, VETO) < entry.today) report('unanswered', entry.spotOf('received_on'));
    const days = entry.calendar.workdaysBetween(received, replied) ?? 0;
    if (addMonths(received, VETO) < replied && replied >= addMonths(entry.today, -12)) report('veto', entry.spotOf('replied_on'));
    else if (days > WITHIN) report('slow', entry.spotOf('replied_on'), { days });
  },
});
