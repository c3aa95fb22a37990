import { instantAt } from '@jiedui/shared/calendar';
import { paragraphsOf } from '@jiedui/shared/story';
import { markDemonstration } from '../clock';
import { modelOf } from '../read/model';
import { changeRecord } from '../write/actions';
import type { BulkCreate } from '../write/bulk';
import { DEMO_SITE, DEMO_UNIT } from './accounts';
import type { Stage } from './activity-steps';
import { addressOf, idOf, takeSteps } from './actors';
import { example, marked } from './marks';
import { instituteOf } from './places';
import { siteKey, unitKey } from './registry';
import { addDeskWork } from './story-desk';
import { addPictures } from './story-pictures';

type DemoStory = {
  title: string;
  author: string;
  unit: string;
  site: string;
  category: string;
  column: string;
  summary: string;
  body: string;
  /** What of it is set besides. */
  more?: Record<string, unknown>;
  /** What its correction says was wrong. */
  correction?: string;
  /** Steps that have been taken, each with who took it. */
  steps: [username: string, step: string][];
};

const PRACTICE = '实践一线';
const VOLUNTEERS = '志愿故事';

/** The columns of the district's account in which stories come out. */
const COLUMNS = [
  { name: PRACTICE, slug: 'practice', description: '各单位到阵地开展活动的现场报道。' },
  { name: VOLUNTEERS, slug: 'volunteers', description: '志愿者和居民的身边故事。' },
  { name: '先进做法', slug: 'good-practice', description: '可学可用的经验做法。' },
];

const STORIES: readonly DemoStory[] = [
  {
    title: '一堂课讲清楚社保那些事',
    author: '财政局联系人',
    unit: DEMO_UNIT,
    site: DEMO_SITE,
    category: 'citizenTalks',
    column: PRACTICE,
    summary: '宣讲员用三个身边的例子,把社保政策讲到了居民心里。',
    body: '周四上午,东湖社区站的活动室坐满了人。宣讲员从三个身边的例子讲起,居民边听边问,现场登记了六个需要跟进的问题。',
    steps: [
      ['caizhengju', 'submit'],
      ['xuanchuan', 'edit'],
      ['xuanchuan', 'approve'],
      ['xuanchuan', 'publish'],
    ],
  },
  {
    title: '老街的楼道亮了',
    author: '东湖社区站联系人',
    unit: DEMO_UNIT,
    site: DEMO_SITE,
    category: 'cityCivility',
    column: PRACTICE,
    summary: '志愿者用两个周末清空了四个单元的杂物。',
    body: '志愿者和居民一起清理楼道杂物,换上了新的声控灯。居民说,晚上回家终于不用打手电了。',
    steps: [
      ['donghushequ', 'submit'],
      ['xuanchuan', 'edit'],
      ['xuanchuan', 'approve'],
    ],
  },
  {
    title: '手机课堂里的爷爷奶奶',
    author: '云溪镇专员',
    unit: '区行政服务中心',
    site: instituteOf('云溪镇'),
    category: 'digitalElderAid',
    column: VOLUNTEERS,
    summary: '一对一教学,让老人学会了网上挂号。',
    body: '课堂每周一次,每位老人身边坐着一名志愿者。第三次课结束时,有老人自己挂上了下周的号。',
    steps: [['yunxizhen', 'submit']],
  },
  {
    title: '重阳节的一台小戏',
    author: '宣传专员',
    unit: '区文化体育局',
    site: instituteOf('云溪镇'),
    category: 'cultureArts',
    column: VOLUNTEERS,
    summary: '居民自编自演,把邻里故事搬上了台。',
    body: '剧本来自社区里真实的邻里故事,演员都是居民。演出结束后,又有三户人家报名下一期。',
    steps: [['xuanchuan', 'submit']],
  },
  {
    title: '四点半之后的教室',
    author: '宣传专员',
    unit: '区第一小学',
    site: DEMO_SITE,
    category: 'youthMoral',
    column: VOLUNTEERS,
    summary: '放学后的社区教室,成了孩子们的第二个家。',
    body: '(待补充采访。)',
    steps: [],
  },
  {
    title: '广场上的反诈课',
    author: '东湖社区站联系人',
    unit: DEMO_UNIT,
    site: DEMO_SITE,
    category: 'safety',
    column: PRACTICE,
    summary: '民警用身边案例讲反诈，居民当场装上了预警软件。',
    body: '周末上午的广场上，民警把最近的案例讲给居民听。志愿者逐个帮老人装好预警软件。',
    more: { scheduledFor: instantAt('2022-11-17', '09:00'), tags: ['反诈', '平安'] },
    steps: [
      ['donghushequ', 'submit'],
      ['xuanchuan', 'edit'],
      ['xuanchuan', 'approve'],
      ['xuanchuan', 'schedule'],
    ],
  },
  {
    title: '义诊进了村口的小广场',
    author: '云溪镇专员',
    unit: '区行政服务中心',
    site: instituteOf('云溪镇'),
    category: 'healthFitness',
    column: PRACTICE,
    summary: '义诊服务村民五十余人次。',
    body: '医务志愿者在村口摆开桌子，为村民量血压、测血糖，讲解慢性病用药。',
    more: { tags: ['义诊'] },
    correction: '服务人次应为五十余人次，现予更正。',
    steps: [
      ['yunxizhen', 'submit'],
      ['xuanchuan', 'edit'],
      ['xuanchuan', 'approve'],
      ['xuanchuan', 'publish'],
      ['xuanchuan', 'correct'],
      ['xuanchuan', 'republish'],
    ],
  },
  {
    title: '一张议事桌，理顺停车难',
    author: '宣传专员',
    unit: DEMO_UNIT,
    site: DEMO_SITE,
    category: 'civilCustoms',
    column: '先进做法',
    summary: '居民、物业、单位坐到一张桌子前，把停车位重新划了一遍。',
    body: '三次议事会后，小区多出二十个车位，晚间的争吵没有了。做法已在相邻社区试行。',
    more: { goodPractice: true, tags: ['议事', '先进做法'] },
    steps: [
      ['xuanchuan', 'submit'],
      ['xuanchuan', 'edit'],
      ['xuanchuan', 'approve'],
      ['xuanchuan', 'publish'],
    ],
  },
];

const columnKey = (name: string) => `story-column:${name}`;
const storyKey = (title: string) => `story:${title}`;

export function columnRows(): BulkCreate {
  const rows = COLUMNS.map((column, position) => ({
    key: columnKey(column.name),
    values: example({ ...column, position, active: true }),
  }));
  return { resource: 'story-column', rows };
}

export function storyRows(categories: ReadonlyMap<string, string>): BulkCreate {
  const rows = STORIES.map(({ title, unit, site, category, column, author, summary, body, more }) => ({
    key: storyKey(title),
    values: example({
      title: marked(title),
      author,
      summary,
      content: paragraphsOf(body),
      ...more,
      column: { key: columnKey(column) },
      unit: { key: unitKey(unit) },
      station: { key: siteKey(site) },
      category: { documentId: categories.get(category) },
      state: 'draft',
    }),
  }));
  return { resource: 'story', rows };
}

export async function walkStories(stage: Stage): Promise<void> {
  const { strapi, trx, ids, actor } = stage;
  const model = modelOf('story');
  await markDemonstration(strapi, '2022-11-15');
  await addPictures(stage);
  for (const { title, steps, correction } of STORIES) {
    const id = idOf(ids, storyKey(title));
    for (const [username, step] of steps) {
      const by = actor(username);
      if (step === 'republish') {
        const { documentId, rev } = await addressOf(trx, model, id);
        await changeRecord({ strapi, actor: by, model }, documentId, rev, { correction });
      }
      await takeSteps(strapi, trx, { model, id, actor: by }, step);
    }
  }
  await addDeskWork(stage);
}
