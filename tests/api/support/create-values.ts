import type { Role } from '@jiedui/shared/access';
import { addDays } from '@jiedui/shared/calendar';
import { builders, freeValues, rubricDefinition, unique } from './builders';
import type { Client, Rec } from './client';
import { PARTY_OF, type Side } from './world';

type Values = Record<string, unknown>;

/** A site has one plan a year: each is taken once. */
let years = 2022;
function freeYear(): number {
  years += 1;
  return years;
}

/** One talk at a time is about the same item: each is taken once. */
let codes = -1;
function freeCode(): string {
  codes += 1;
  return ['A', 'A1', 'A2', 'B', 'B1'][codes % 5] as string;
}

/** A pairing has one content a week: each is taken once. */
let weeks = 0;
function freeWeek(): string {
  weeks += 1;
  return addDays('2022-11-28', weeks * 7);
}

/** What a new record of the type needs, with its relations into the given side. */
export async function createValues(
  resource: string,
  side: Side,
  office: Client,
  role?: Role,
): Promise<Values> {
  const of = (name: string) => side[name]?.documentId;
  const make = builders(office);
  const builder: Record<string, () => Values | Promise<Values>> = {
    town: () => ({ name: unique('镇') }),
    department: () => ({ name: unique('部门') }),
    category: () => ({ code: unique('c'), name: unique('类别'), order: 1 }),
    honour: () => ({ name: unique('荣誉'), code: unique('h'), level: 'district', order: 2 }),
    word: freeValues.word,
    'form-rule': freeValues.rule,
    'saved-view': () => ({ name: unique('视图'), path: 'activities' }),
    'computed-column': () => ({
      resource: 'honour',
      name: unique('c'),
      zh: '序号',
      en: 'Number',
      expression: 'order * 10',
      kind: 'number',
    }),
    programme: () => ({ name: unique('方案'), startsOn: '2022-07-01', endsOn: '2023-03-31' }),
    unit: () => ({ name: unique('单位'), unitClass: 'key', department: of('department') }),
    'volunteer-team': () => ({ name: unique('队'), ownerKind: 'unit', unit: of('unit') }),
    station: () => ({ name: unique('站'), level: 'station', town: of('town') }),
    // A unit and a site are paired once, so the pairing is with a new site of the side.
    pairing: async () => ({
      unit: of('unit'),
      station: (await make.station({ town: of('town') })).documentId,
      unitContact: '张三',
      stationContact: '李四',
    }),
    project: () => ({ title: unique('项目'), unit: of('unit') }),
    activity: () =>
      make.activityValues({ unit: of('unit'), station: of('station'), category: of('category') }),
    'activity-material': () => ({ activity: of('activity'), kind: 'board' }),
    indicator: () => ({ code: unique('i'), name: unique('指标'), area: 'survey' }),
    'guardian-consent': () => ({
      activity: of('activity'),
      childName: '王小红',
      guardian: '王大红',
      consentOn: '2022-11-11',
    }),
    volunteer: () => ({ name: unique('志愿者'), unit: of('unit'), station: of('station') }),
    attendance: async () => ({
      activity: (await make.announced({ unit: of('unit'), station: of('station'), category: of('category') }))
        .documentId,
      volunteer: of('volunteer'),
      startsAt: '2022-11-19T01:00:00.000Z',
      endsAt: '2022-11-19T02:00:00.000Z',
    }),
    'ivolunteer-mapping': () => ({ name: unique('格式'), columns: { personName: ['姓名'] } }),
    rubric: () => ({ name: unique('体系'), version: 1, definition: rubricDefinition() }),
    round: () => ({
      name: unique('轮次'),
      rubric: of('rubric'),
      opensOn: '2022-11-01',
      closesOn: '2022-12-31',
    }),
    'metric-entry': async () => ({
      round: (await make.round()).documentId,
      unit: of('unit'),
      metric: 'inspectionScore',
      value: 88.5,
      method: '督查组现场评定',
    }),
    assignment: async () => ({
      round: (await make.round()).documentId,
      unit: of('unit'),
      evaluator: (await make.person('evaluator')).staff.documentId,
      source: 'district',
      reason: '补充力量',
    }),
    moderation: () => ({ round: of('round'), unit: of('unit'), code: freeCode(), question: '请核对依据' }),
    recusal: async () => {
      const unit = (await make.unit()).documentId;
      if (role !== 'evaluator') {
        return { unit, evaluator: (await make.person('evaluator')).staff.documentId, reason: '亲属' };
      }
      // An evaluator knows of the units that are to be theirs.
      const sheet = await office.get<Rec>(`/evaluations/${of('evaluation')}?populate[0]=evaluator`);
      const evaluator = (sheet.data.evaluator as Rec).documentId;
      await make.assignment({ round: (await make.round()).documentId, unit, evaluator });
      return { unit, reason: '亲属在该单位任职' };
    },
    appeal: () => ({ unitResult: of('unit-result'), indicator: 'A2', ground: '台账齐全,不应扣分。' }),
    visit: () => ({ title: unique('走访'), reason: 'illness', unit: of('unit'), station: of('station') }),
    'cadence-exception': () => ({ reason: unique('例外'), startsOn: '2022-10-01', endsOn: '2022-10-07' }),
    'report-requirement': () => ({
      title: unique('报送事项'),
      code: unique('r'),
      kind: 'other',
      appliesTo: { unitClasses: ['key'] },
      dueOn: '2022-12-20',
    }),
    report: async () => {
      const party = (role && PARTY_OF[role]) ?? 'unit';
      return { requirement: (await make.reportRequirement()).documentId, [party]: of(party) };
    },
    'filing-requirement': () => ({
      title: unique('每月材料'),
      code: unique('f'),
      appliesTo: { stationLevels: ['station'] },
      startsOn: '2022-07-01',
      endsOn: '2023-02-28',
      cutoff: { every: 'once', on: '2022-12-20', addendaDays: 0 },
    }),
    'material-submission': async () => ({
      requirement: (await make.filingRequirement()).documentId,
      period: '2022-11',
      station: of('station'),
    }),
    'site-plan': async () => ({ station: of('station'), year: freeYear(), leader: '王五' }),
    'plan-item': () => ({
      title: unique('事项'),
      plan: of('site-plan'),
      month: '2022-12',
      category: of('category'),
    }),
    'schedule-item': () => ({
      title: unique('安排'),
      station: of('station'),
      day: '2022-12-06',
      category: of('category'),
    }),
    'site-offer': () => ({ name: unique('活动室'), kind: 'room', station: of('station') }),
    'action-plan': async () => {
      const party = (role && PARTY_OF[role]) ?? 'unit';
      const programme = (await make.programme()).documentId;
      return { leader: '王五', programme, [party]: of(party) };
    },
    'plan-task': async () => {
      const party = (role && PARTY_OF[role]) ?? 'unit';
      const plan = (await make.actionPlan({ [party]: of(party) })).documentId;
      return { title: unique('任务'), owner: '赵六', dueOn: '2022-12-01', plan };
    },
    'liaison-content': () => ({ pairing: of('pairing'), week: freeWeek(), content: '巡查点位' }),
    story: () => ({ title: unique('故事'), unit: of('unit'), station: of('station') }),
    'story-column': () => ({ name: unique('专栏') }),
    'story-photo': () => ({ caption: unique('图片'), story: of('story') }),
    'portrait-consent': () => ({ person: '王小红', photo: of('story-photo') }),
    'story-comment': () => ({ text: unique('意见'), story: of('story') }),
    'media-placement': () => ({
      title: unique('报道'),
      outlet: '市日报',
      level: 'city',
      publishedOn: '2022-11-10',
      unit: of('unit'),
      station: of('station'),
    }),
    'api-consumer': () => ({ name: unique('用户') }),
    webhook: () => ({
      name: unique('推送'),
      url: 'https://paper.example/hook',
      consumer: of('api-consumer'),
    }),
    staff: () => ({ username: unique('u'), displayName: '新账号', role: 'unit', unit: of('unit') }),
  };
  const values = builder[resource];
  if (!values) throw new Error(`Nothing says how a ${resource} is made`);
  return values();
}
