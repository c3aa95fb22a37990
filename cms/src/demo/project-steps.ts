import { modelOf } from '../read/model';
import { OFFICE } from './accounts';
import type { Stage } from './activity-steps';
import { idOf, takeSteps } from './actors';
import { PROJECTS, projectKey } from './projects';

/** Reviews and retires the projects that are past their first state. */
export async function walkProjects({ strapi, trx, ids, actor }: Stage): Promise<void> {
  const model = modelOf('project');
  for (const { title, state } of PROJECTS) {
    const id = idOf(ids, projectKey(title));
    if (state === 'reviewed')
      await takeSteps(strapi, trx, { model, id, actor: actor('jiaoyuzhongxin') }, 'review');
    if (state === 'retired') {
      const reason = '已并入“邻里互助日”。';
      await takeSteps(strapi, trx, { model, id, actor: actor(OFFICE), reason }, 'retire');
    }
  }
}
