import { modelOf } from '../read/model';
import type { Values } from '../write/column-values';
import { insertRecords } from '../write/store';
import { DEMO_UNIT } from './accounts';
import type { Stage } from './activity-steps';
import { idOf, takeSteps } from './actors';
import { marked } from './marks';
import { unitKey } from './registry';

type Placement = {
  by: string;
  values: Values;
  steps: [username: string, step: string, reason: string | null][];
};

const PLACEMENTS: readonly Placement[] = [
  {
    by: 'caizhengju',
    values: {
      title: marked('社保课堂开到家门口'),
      outlet: '市日报',
      level: 'city',
      publishedOn: '2022-11-08',
    },
    steps: [['xuanchuan', 'verify', null]],
  },
  {
    by: 'caizhengju',
    values: {
      title: marked('一张议事桌理顺停车难'),
      outlet: '省日报',
      level: 'province',
      publishedOn: '2022-11-12',
    },
    steps: [],
  },
  {
    by: 'caizhengju',
    values: { title: marked('老街夜里亮了'), outlet: '某网站', level: 'city', publishedOn: '2022-11-14' },
    steps: [['xuanchuan', 'return', '请补充链接或报样。']],
  },
];

const COMMENTS: readonly { story: string; by: string; text: string }[] = [
  { story: 'story:手机课堂里的爷爷奶奶', by: 'xuanchuan', text: '请补充参加人数和课程名称。' },
  { story: 'story:手机课堂里的爷爷奶奶', by: 'yunxizhen', text: '每次约二十人，课程名称已写入正文。' },
];

/** What stands around the stories: what was said about them, where they came out, and who fetches them. */
export async function addDeskWork({ strapi, trx, ids, actor }: Stage): Promise<void> {
  for (const { story, by, text } of COMMENTS) {
    const values = { story: idOf(ids, story), writer: actor(by).id, text, resolved: false, example: true };
    await insertRecords(trx, modelOf('story-comment'), [{ values }], { actor: actor(by), action: 'create' });
  }
  const model = modelOf('media-placement');
  const unit = idOf(ids, unitKey(DEMO_UNIT));
  for (const { by, values, steps } of PLACEMENTS) {
    const whole = { ...values, unit, state: 'reported', example: true };
    const [made] = await insertRecords(trx, model, [{ values: whole }], {
      actor: actor(by),
      action: 'create',
    });
    for (const [username, step, reason] of steps)
      await takeSteps(strapi, trx, { model, id: made?.id ?? 0, actor: actor(username), reason }, step);
  }
  const consumer = {
    name: marked('区融媒体中心'),
    contact: '编辑部',
    purpose: '把刊发的稿件同步到客户端',
    state: 'active',
    example: true,
  };
  const by = { actor: actor('xuanchuan'), action: 'create' } as const;
  await insertRecords(trx, modelOf('api-consumer'), [{ values: consumer }], by);
}
