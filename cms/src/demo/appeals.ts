import type { Entry, Sheet } from '@jiedui/shared/scoring';
import { markDemonstration } from '../clock';
import { inputsBehind, lastResult } from '../evaluation/last-result';
import { modelOf } from '../read/model';
import { changeRecord, createRecord } from '../write/actions';
import { DEMO_UNIT, OFFICE } from './accounts';
import type { Stage } from './activity-steps';
import { addressOf, idOf, takeSteps } from './actors';
import { unitKey } from './registry';

const UNIT_ACCOUNT = 'caizhengju';
const REVIEWER = 'ducha';

/** Papers that the unit had sent in and that were not counted. */
const FOUND = 2;

/** The unit of the demonstration appeals twice: one appeal is decided, one lies with its reviewer. */
export async function seedAppeals(stage: Stage, roundId: number): Promise<void> {
  await markDemonstration(stage.strapi, '2022-10-27');
  const papers = await fileAppeal(
    stage,
    roundId,
    'M2',
    `第三季度有 ${FOUND} 份活动资料已按期报送镇所,评分时未计入,请核。`,
  );
  const plans = await fileAppeal(stage, roundId, 'M1', '月度安排已按时公布在站点公告栏,有照片为证,请核。');
  await markDemonstration(stage.strapi, '2022-10-28');
  for (const id of [papers, plans]) await accept(stage, id);
  await markDemonstration(stage.strapi, '2022-11-02');
  await decide(stage, roundId, papers);
}

async function fileAppeal(
  { strapi, trx, ids, actor }: Stage,
  roundId: number,
  indicator: string,
  ground: string,
) {
  const unit = idOf(ids, unitKey(DEMO_UNIT));
  const result = await trx('unit_results').where({ round_id: roundId, unit_id: unit }).first('document_id');
  const by = actor(UNIT_ACCOUNT);
  const model = modelOf('appeal');
  const input = { unitResult: result.document_id, indicator, ground };
  const { id } = await createRecord({ strapi, actor: by, model }, input);
  await takeSteps(strapi, trx, { model, id, actor: by }, 'file');
  return id;
}

async function accept({ strapi, trx, actor }: Stage, id: number): Promise<void> {
  const office = actor(OFFICE);
  const model = modelOf('appeal');
  const { documentId, rev } = await addressOf(trx, model, id);
  await changeRecord({ strapi, actor: office, model }, documentId, rev, {
    reviewer: actor(REVIEWER).documentId,
  });
  await takeSteps(strapi, trx, { model, id, actor: office }, 'accept');
}

async function decide({ strapi, trx, ids, actor }: Stage, roundId: number, id: number): Promise<void> {
  const by = actor(REVIEWER);
  const model = modelOf('appeal');
  const { id: result } = await lastResult(trx, roundId);
  const [own] = (await inputsBehind(trx, result, idOf(ids, unitKey(DEMO_UNIT)))).values();
  const corrected = (own?.sheets ?? []).flatMap((sheet) => correctedPapers(sheet) ?? []);
  const { documentId, rev } = await addressOf(trx, model, id);
  const found = corrected.length > 0;
  await changeRecord({ strapi, actor: by, model }, documentId, rev, {
    correction: found ? Object.fromEntries(corrected) : null,
    decision: found
      ? `经调阅镇所收件登记,${FOUND} 份资料确在规定时间内报送,应予计入。`
      : '经调阅镇所收件登记,评分时已全部计入。',
  });
  await takeSteps(strapi, trx, { model, id, actor: by }, found ? 'amend' : 'uphold');
}

/** A sheet on which papers were held to be missing, with those that were found. */
function correctedPapers({ id, entries: { M2 } }: Sheet): [string, Entry][] | null {
  if (!M2?.count) return null;
  return [[id, { ...M2, count: Math.max(0, M2.count - FOUND) }]];
}
