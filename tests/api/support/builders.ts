import { randomBytes } from 'node:crypto';
import type { Role } from '@jiedui/shared/access';
import { ANNEX1_RULES } from '@jiedui/shared/activity';
import { paragraphsOf } from '@jiedui/shared/story';
import { type Client, type Rec, signIn } from './client';
import { patchwork, upload } from './files';

/** A word that no other record of this database has. */
export const unique = (word: string) => `${word}${randomBytes(5).toString('hex')}`;

type Values = Record<string, unknown>;

/** Words that a test may change without meeting another one: each is taken once. */
const WORDS = ['town.name', 'town.aliases', 'town.leader', 'department.aliases', 'department.leader'].concat([
  'rubric.name',
  'rubric.version',
  'rubric.reason',
  'round.roster',
  'assignment.reason',
]);
let words = 0;
function freeWord(): Values {
  const key = WORDS[words];
  words += 1;
  if (!key) throw new Error('All words for tests are taken');
  return { key, zh: '改过的词', en: 'Changed' };
}

/** Rules without an effect that another test meets. */
const RULED = ['civilityOffice', 'inspector', 'publicity', 'evaluator', 'leadDepartment'].flatMap((role) =>
  ['name', 'guidance', 'order', 'code'].map((field) => ({ role, field })),
);
let rules = 0;
function freeRule(): Values {
  const rule = RULED[rules];
  rules += 1;
  if (!rule) throw new Error('All rules for tests are taken');
  return { resource: 'category', mode: 'readOnly', ...rule };
}

/** A signed-in person of a role, with the account's record. */
export type Person = { client: Client; staff: Rec; username: string; password: string };

/** Creates a record, or fails with what the server said. */
export async function create(by: Client, plural: string, values: Values): Promise<Rec> {
  const answer = await by.post<Rec>(`/${plural}`, { data: values });
  if (answer.status !== 201) throw new Error(`POST /${plural} answered ${answer.status}: ${answer.text}`);
  return answer.data;
}

/** What is asked of an activity before it is reported: numbers, a summary and an answer to each question of Annex 1. */
export const REPORT = {
  actualPeople: 40,
  summary: '顺利',
  checklist: Object.fromEntries(
    ANNEX1_RULES.filter(({ requires }) => requires.kind === 'checklist').map(({ code }) => [code, true]),
  ),
};

/** Takes a step, or fails with what the server said. */
export async function step(by: Client, path: string, name: string, reason?: string): Promise<Rec> {
  const before = await by.get<Rec>(path);
  const answer = await by.step(path, name, before.data.rev, reason);
  if (answer.status !== 200) throw new Error(`${name} of ${path} answered ${answer.status}: ${answer.text}`);
  return answer.data;
}

/**
 * Builders of records with overrides; what a record needs besides is made as well. All of it by the office
 * through the API, as in life.
 */
export function builders(office: Client) {
  const make = {
    department: (values: Values = {}) => create(office, 'departments', { name: unique('部门'), ...values }),
    town: (values: Values = {}) => create(office, 'towns', { name: unique('镇'), ...values }),
    category: (values: Values = {}) =>
      create(office, 'categories', { code: unique('c'), name: unique('类别'), order: 1, ...values }),
    honour: (values: Values = {}) =>
      create(office, 'honours', {
        name: unique('荣誉'),
        code: unique('h'),
        level: 'city',
        order: 1,
        ...values,
      }),
    /** Rewords a menu entry of a type that no other test looks at. */
    word: (values: Values = {}) => create(office, 'words', { ...freeWord(), ...values }),
    savedView: (values: Values = {}) =>
      create(office, 'saved-views', { name: unique('视图'), path: 'units', query: { q: '局' }, ...values }),
    formRule: (values: Values = {}) => create(office, 'form-rules', { ...freeRule(), ...values }),
    computedColumn: (values: Values = {}) =>
      create(office, 'computed-columns', {
        resource: 'honour',
        name: unique('c'),
        zh: '名称与级别',
        en: 'Name and level',
        expression: "name + '·' + level",
        kind: 'text',
        ...values,
      }),
    unit: (values: Values = {}) =>
      create(office, 'units', { name: unique('单位'), unitClass: 'liaison', ...values }),
    station: (values: Values = {}) =>
      create(office, 'stations', { name: unique('站'), level: 'station', ...values }),
    team: (values: Values = {}) =>
      create(office, 'volunteer-teams', { name: unique('队'), ownerKind: 'unit', ...values }),
    project: (values: Values = {}) => create(office, 'projects', { title: unique('项目'), ...values }),
    visit: (values: Values = {}) =>
      create(office, 'visits', { title: unique('走访'), reason: 'illness', ...values }),
    exception: (values: Values = {}) =>
      create(office, 'cadence-exceptions', {
        reason: unique('例外'),
        startsOn: '2022-10-01',
        endsOn: '2022-10-07',
        ...values,
      }),
    reportRequirement: (values: Values = {}) =>
      create(office, 'report-requirements', {
        title: unique('报送事项'),
        code: unique('r'),
        kind: 'other',
        appliesTo: {
          unitClasses: ['liaison', 'key', 'school'],
          stationLevels: ['institute', 'station'],
          departments: true,
        },
        dueOn: '2022-11-20',
        ...values,
      }),
    async report(values: Values = {}) {
      const { requirement } = values;
      const whole = { ...values, requirement: requirement ?? (await make.reportRequirement()).documentId };
      return create(office, 'reports', whole);
    },
    filingRequirement: (values: Values = {}) =>
      create(office, 'filing-requirements', {
        title: unique('每月材料'),
        code: unique('f'),
        appliesTo: { stationLevels: ['institute', 'station'] },
        startsOn: '2022-07-01',
        endsOn: '2023-02-28',
        cutoff: { every: 'month', day: 5, monthsLater: 1, addendaDays: 10 },
        ...values,
      }),
    async materials(values: Values = {}) {
      const { requirement } = values;
      const whole = {
        period: '2022-11',
        ...values,
        requirement: requirement ?? (await make.filingRequirement()).documentId,
      };
      return create(office, 'material-submissions', whole);
    },
    sitePlan: (values: Values = {}) =>
      create(office, 'site-plans', { year: 2022, leader: '王五', goals: '每月不少于四场', ...values }),
    async planItem(values: Values = {}) {
      return create(office, 'plan-items', {
        title: unique('事项'),
        month: '2022-11',
        plannedCount: 2,
        ...values,
        category: values.category ?? (await make.category()).documentId,
      });
    },
    async scheduleItem(values: Values = {}) {
      return create(office, 'schedule-items', {
        title: unique('安排'),
        day: '2022-11-18',
        ...values,
        category: values.category ?? (await make.category()).documentId,
      });
    },
    offer: (values: Values = {}) =>
      create(office, 'site-offers', { name: unique('活动室'), kind: 'room', ...values }),
    /** For a programme of its own, since a party has one plan for each. */
    async actionPlan(values: Values = {}) {
      const programme = values.programme ?? (await make.programme()).documentId;
      return create(office, 'action-plans', { leader: '王五', ...values, programme });
    },
    planTask: (values: Values = {}) =>
      create(office, 'plan-tasks', { title: unique('任务'), owner: '赵六', dueOn: '2022-11-30', ...values }),
    liaison: (values: Values = {}) =>
      create(office, 'liaison-contents', { week: '2022-11-16', content: '清洁楼道', ...values }),
    story: (values: Values = {}) => create(office, 'stories', { title: unique('故事'), ...values }),
    /** A story that has all that is asked of one before it comes out. */
    publishable: async (values: Values = {}) =>
      make.story({
        summary: '现场见闻',
        content: paragraphsOf('居民坐满了活动室。'),
        ...values,
        column: values.column ?? (await make.column()).documentId,
      }),
    column: (values: Values = {}) => create(office, 'story-columns', { name: unique('专栏'), ...values }),
    async storyPhoto(values: Values = {}) {
      const story = values.story ?? (await make.story()).documentId;
      return create(office, 'story-photos', { caption: unique('图片'), ...values, story });
    },
    async portraitConsent(values: Values = {}) {
      const photo = values.photo ?? (await make.storyPhoto()).documentId;
      return create(office, 'portrait-consents', { person: '王小红', ...values, photo });
    },
    async storyComment(values: Values = {}) {
      const story = values.story ?? (await make.story()).documentId;
      return create(office, 'story-comments', { text: unique('意见'), ...values, story });
    },
    async placement(values: Values = {}) {
      const unit = values.unit ?? (await make.unit()).documentId;
      return create(office, 'media-placements', {
        title: unique('报道'),
        outlet: '市日报',
        level: 'city',
        publishedOn: '2022-11-10',
        ...values,
        unit,
      });
    },
    consumer: (values: Values = {}) => create(office, 'api-consumers', { name: unique('用户'), ...values }),
    async webhook(values: Values = {}) {
      const consumer = values.consumer ?? (await make.consumer()).documentId;
      return create(office, 'webhooks', {
        name: unique('推送'),
        url: 'https://paper.example/hook',
        ...values,
        consumer,
      });
    },
    programme: (values: Values = {}) =>
      create(office, 'programmes', {
        name: unique('方案'),
        startsOn: '2022-06-20',
        endsOn: '2023-03-31',
        focusWeekReading: 'calendarRow',
        ...values,
      }),
    async pairing(values: Values = {}) {
      return create(office, 'pairings', {
        unit: values.unit ?? (await make.unit()).documentId,
        station: values.station ?? (await make.station()).documentId,
        unitContact: '张三',
        stationContact: '李四',
        ...values,
      });
    },
    async activity(values: Values = {}) {
      return create(office, 'activities', await make.activityValues(values));
    },
    async material(values: Values = {}) {
      return create(office, 'activity-materials', {
        activity: values.activity ?? (await make.activity()).documentId,
        kind: 'banner',
        ...values,
      });
    },
    indicator: (values: Values = {}) =>
      create(office, 'indicators', { code: unique('i'), name: unique('指标'), area: 'online', ...values }),
    async consent(values: Values = {}) {
      return create(office, 'guardian-consents', {
        activity: values.activity ?? (await make.activity()).documentId,
        childName: '李小明',
        guardian: '李大明',
        consentOn: '2022-11-10',
        ...values,
      });
    },
    /** A photo used again: of two activities with the same one, the second's is flagged. */
    async photoFlag(values: Values = {}) {
      const picture = { name: '现场.png', type: 'image/png', content: await patchwork() };
      const send = async () => {
        const activity = await make.activity(values);
        const sent = await upload(office, activity, 'photos', activity.rev, [picture]);
        if (sent.status !== 201) throw new Error(`The upload answered ${sent.status}: ${sent.text}`);
        return activity;
      };
      await send();
      const again = await send();
      const flags = await office.get(`/photo-flags?filters[activity][documentId][$eq]=${again.documentId}`);
      const [flag] = flags.data;
      if (!flag) throw new Error('The photo was not flagged');
      return flag;
    },
    async activityValues(values: Values = {}) {
      return {
        title: unique('活动'),
        category: values.category ?? (await make.category()).documentId,
        unit: values.unit ?? (await make.unit()).documentId,
        station: values.station ?? (await make.station()).documentId,
        startsAt: '2022-11-18T01:00:00.000Z',
        endsAt: '2022-11-18T03:00:00.000Z',
        venueKind: 'site',
        expectedPeople: 30,
        ...values,
      };
    },
    /** An activity that took place, so that it may be recorded who was there. */
    async announced(values: Values = {}) {
      const made = await make.activity({
        firstAidOfficer: '王急救',
        guides: '李指引',
        ivolunteerNumber: unique('HD-'),
        materialsReviewed: true,
        routine: true,
        ...values,
      });
      const at = `/activities/${made.documentId}`;
      await step(office, at, 'clear');
      return step(office, at, 'announce');
    },
    volunteer: (values: Values = {}) => create(office, 'volunteers', { name: unique('志愿者'), ...values }),
    async attendance(values: Values = {}) {
      return create(office, 'attendances', {
        activity: values.activity ?? (await make.announced()).documentId,
        volunteer: values.volunteer ?? (await make.volunteer()).documentId,
        startsAt: '2022-11-18T01:00:00.000Z',
        endsAt: '2022-11-18T03:00:00.000Z',
        ...values,
      });
    },
    mapping: (values: Values = {}) =>
      create(office, 'ivolunteer-mappings', {
        name: unique('格式'),
        columns: { personName: ['姓名'] },
        ...values,
      }),
    /** An export of one row, brought in: its batch and its entry. */
    async importedHours(activityNumber: string): Promise<{ batch: Rec; entry: Rec }> {
      const name = unique('人');
      const form = new FormData();
      const text = `活动编号,姓名,服务日期,服务时长\n${activityNumber},${name},2022-11-18,2`;
      form.append('file', new Blob([text]), `${name}.csv`);
      const answer = await office.call('POST', '/hours/ivolunteer', { raw: form });
      if (answer.status !== 201) throw new Error(`The export was answered ${answer.status}: ${answer.text}`);
      const first = async (path: string) => (await office.get(path)).data[0] as Rec;
      return {
        batch: await first(`/ivolunteer-batches?filters[name][$eq]=${name}.csv`),
        entry: await first(`/ivolunteer-entries?filters[personName][$eq]=${name}`),
      };
    },
    /** A doubt about somebody who was at an activity twice at the same time. */
    async hourReview(of: { activity: string; volunteer: string }): Promise<Rec> {
      const again = { startsAt: '2022-11-18T01:30:00.000Z', endsAt: '2022-11-18T02:30:00.000Z' };
      await make.attendance({ ...of, ...again });
      const scanned = await office.post('/hours/check', {});
      if (scanned.status !== 200) throw new Error(`The check answered ${scanned.status}: ${scanned.text}`);
      const filter = `filters[volunteer][documentId][$eq]=${of.volunteer}`;
      const [review] = (await office.get(`/hour-reviews?${filter}&filters[kind][$eq]=overlap`)).data;
      if (!review) throw new Error('The check found nothing');
      return review;
    },
    async rubric(values: Values = {}) {
      return create(office, 'rubrics', {
        name: unique('体系'),
        version: 1,
        definition: rubricDefinition(),
        ...values,
      });
    },
    async round(values: Values = {}) {
      return create(office, 'rounds', {
        name: unique('轮次'),
        rubric: values.rubric ?? (await make.rubric()).documentId,
        opensOn: '2022-11-01',
        closesOn: '2022-12-31',
        ...values,
      });
    },
    async recusal(values: Values) {
      const unit = values.unit ?? (await make.unit()).documentId;
      return create(office, 'recusals', { reason: '亲属在该单位任职', ...values, unit });
    },
    /** A figure that the office enters, for a round of its own where none is named. */
    async metricEntry(values: Values = {}) {
      return create(office, 'metric-entries', {
        metric: 'satisfaction',
        numerator: 90,
        denominator: 120,
        method: '入户问卷',
        ...values,
        round: values.round ?? (await make.round()).documentId,
        unit: values.unit ?? (await make.unit()).documentId,
      });
    },
    moderation: (values: Values) =>
      create(office, 'moderations', { code: 'A', question: '两位评分相差较大,请核对依据', ...values }),
    assignment: (values: Values) =>
      create(office, 'assignments', { source: 'district', reason: '补充力量', ...values }),
    /** An account of a role, signed in. */
    async person(role: Role, values: Values = {}): Promise<Person> {
      const username = unique(role.toLowerCase());
      const staff = await create(office, 'staff', { username, displayName: username, role, ...values });
      const password = String(staff.initialPassword);
      return { client: await signIn(username, password, office.url), staff, username, password };
    },
  };
  return make;
}

export const freeValues = { word: freeWord, rule: freeRule };

export type Builders = ReturnType<typeof builders>;

/** A small sound rubric: two dimensions, points and a deduction; one rater is enough for a rank. */
export function rubricDefinition(more: Values = {}): Values {
  return {
    name: '测试体系',
    minRaters: 1,
    aggregation: { policy: 'mean' },
    dimensions: [
      {
        code: 'A',
        name: '组织',
        indicators: [
          { code: 'A1', name: '方案', maxPoints: 40, item: { kind: 'points' } },
          {
            code: 'A2',
            name: '台账',
            maxPoints: 20,
            item: { kind: 'deduct', from: 'item', rule: { mode: 'judged', min: 1, max: 5 } },
          },
        ],
      },
      {
        code: 'B',
        name: '活动',
        indicators: [{ code: 'B1', name: '质量', maxPoints: 40, item: { kind: 'points' } }],
      },
    ],
    ...more,
  };
}
