import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { StepContext } from '../guard/steps';

/** A plan without anything in it is no plan. */
export async function sitePlanGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  if (await trx('plan_items').where({ plan_id: stored.id }).first('id')) return [];
  const words = { zh: '计划中还没有事项,请先添加。', en: 'The plan has no items yet.' };
  return [fieldError(['items'], 'GATE_NOT_MET', words)];
}

/** A detailed plan says what is done, by whom and by when. */
export async function actionPlanGate({ trx, stored }: StepContext): Promise<FieldError[]> {
  if (await trx('plan_tasks').where({ plan_id: stored.id }).first('id')) return [];
  const words = { zh: '方案中还没有任务,请先添加任务、责任人和时限。', en: 'The plan has no tasks yet.' };
  return [fieldError(['tasks'], 'GATE_NOT_MET', words)];
}
