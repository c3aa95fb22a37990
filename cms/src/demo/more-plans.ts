import type { BulkCreate } from '../write/bulk';
import { DEMO_SITE, DEMO_UNIT } from './accounts';
import { example, marked } from './marks';
import { type DemoPairing, departmentLink, siteKey, unitKey } from './registry';

const OFFERS = [
  { name: '站内活动室', kind: 'room', quantity: 1, weekdays: [1, 2, 3, 4, 5, 6], note: '可容纳 60 人' },
  { name: '会议座椅', kind: 'seat', quantity: 80, weekdays: [], note: '' },
  { name: '便携音响', kind: 'equipment', quantity: 2, weekdays: [], note: '借用须当日归还' },
] as const;

const TASKS = [
  { title: '成立志愿服务队', dueOn: '2022-07-31', done: true },
  { title: '每月到站开展一场活动', dueOn: '2023-02-28', done: false },
  { title: '整理上报工作小结', dueOn: '2022-11-10', done: false },
] as const;

/** Weeks of the pairing that the accounts of the demonstration stand for. */
const WEEKS = [
  { week: '2022-11-07', content: '巡查东湖公园周边点位,清理楼道堆放物。', state: 'agreed' },
  { week: '2022-11-14', content: '集中活动周:周五开展健康义诊,并劝导乱停放。', state: 'unitProposed' },
] as const;

/** What a site offers, whose detailed plans there are, and what one pairing has agreed for its weeks. */
export function morePlanRows(
  pairings: readonly DemoPairing[],
  departments: ReadonlyMap<string, string>,
): BulkCreate[] {
  const site = { key: siteKey(DEMO_SITE) };
  const plan = (key: string, of: object, leader: string, state: string) => ({
    key,
    values: example({
      ...of,
      leader: marked(leader),
      summary: '明确一名领导负责,每月有安排、有记录、有总结。',
      state,
      submittedAt: '2022-07-12T02:00:00.000Z',
      acceptedAt: state === 'accepted' ? '2022-07-15T02:00:00.000Z' : null,
    }),
  });
  const own = pairings.find(({ unit, site: at }) => unit.name === DEMO_UNIT && at.name === DEMO_SITE);
  return [
    {
      resource: 'site-offer',
      rows: OFFERS.map(({ name, kind, quantity, weekdays, note }) => ({
        key: `offer:${name}`,
        values: example({
          name,
          kind,
          quantity,
          note,
          station: site,
          active: true,
          times: weekdays.length > 0 ? [{ weekdays: [...weekdays], from: '08:30', to: '21:30' }] : null,
        }),
      })),
    },
    {
      resource: 'action-plan',
      rows: [
        plan('action:unit', { unit: { key: unitKey(DEMO_UNIT) } }, '李建国', 'accepted'),
        plan('action:site', { station: site }, '周敏', 'submitted'),
        plan(
          'action:department',
          { department: departmentLink(departments, '区教育发展中心') },
          '陈晓',
          'accepted',
        ),
      ],
    },
    {
      resource: 'plan-task',
      rows: ['action:unit', 'action:site', 'action:department'].flatMap((key) =>
        TASKS.map(({ title, dueOn, done }) => ({
          key: `${key}:${title}`,
          values: example({
            plan: { key },
            title,
            owner: marked('办公室'),
            dueOn,
            done,
            doneOn: done ? dueOn : null,
          }),
        })),
      ),
    },
    {
      resource: 'liaison-content',
      rows: WEEKS.filter(() => own).map(({ week, content, state }) => ({
        key: `liaison:${week}`,
        values: example({
          pairing: { key: own?.key ?? '' },
          week,
          content,
          state,
          agreedAt: state === 'agreed' ? '2022-11-04T02:00:00.000Z' : null,
        }),
      })),
    },
  ];
}
