import { modelOf } from '../read/model';
import type { BulkCreate } from '../write/bulk';
import type { Values } from '../write/column-values';
import type { Stage } from './activity-steps';
import { idOf, takeSteps } from './actors';
import { FOR_MINORS, IN_PARK } from './extra-activities';
import { example } from './marks';

const SHOWN = { showsTheme: true, showsHost: true, showsTime: true };

/** Steps that have been taken with a piece, each with who took it. */
type Piece = { key: string; steps: [username: string, step: string][]; values: Values };

const PIECES: readonly Piece[] = [
  {
    key: 'material:backdrop',
    values: { kind: 'backdrop', title: '主背景板', ...SHOWN },
    steps: [
      ['yunxizhen', 'submit'],
      ['yunxizhen', 'approve'],
    ],
  },
  {
    key: 'material:banner',
    values: { kind: 'banner', title: '南门横幅', ...SHOWN },
    steps: [['yunxizhen', 'submit']],
  },
  { key: 'material:board', values: { kind: 'board', title: '健康知识展板', showsTheme: true }, steps: [] },
];

export function materialRows(): BulkCreate {
  const rows = PIECES.map(({ key, values }) => ({
    key,
    values: example({ ...values, activity: { key: IN_PARK }, state: 'draft' }),
  }));
  return { resource: 'activity-material', rows };
}

const CHILDREN = [
  ['示*', '示例家长甲'],
  ['例*', '示例家长乙'],
] as const;

export function consentRows(): BulkCreate {
  const rows = CHILDREN.map(([childName, guardian], at) => ({
    key: `consent:${at}`,
    values: example({ childName, guardian, consentOn: '2022-11-14', activity: { key: FOR_MINORS } }),
  }));
  return { resource: 'guardian-consent', rows };
}

/** Sends the pieces in and reviews them, as far as each has come. */
export async function walkMaterials({ strapi, trx, ids, actor }: Stage): Promise<void> {
  const model = modelOf('activity-material');
  for (const { key, steps } of PIECES) {
    const id = idOf(ids, key);
    for (const [username, step] of steps)
      await takeSteps(strapi, trx, { model, id, actor: actor(username) }, step);
  }
}
