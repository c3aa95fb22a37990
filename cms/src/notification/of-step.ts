import { returnedTo } from '@jiedui/shared/notification';
import { resourceLabel } from '@jiedui/shared/text';
import { machineOf } from '@jiedui/shared/workflow';
import type { StepContext } from '../guard/steps';

import { accountsWhoWrite } from './recipients';
import { tell } from './tell';

/** Tells those who have to mend a record that it was sent back, with the reason; part of the step's transaction. */
export async function tellOfStep(
  { trx, actor, model, stored }: StepContext,
  name: string,
  reason: string | null,
): Promise<void> {
  const roles = returnedTo(model.resource, name);
  if (roles.length === 0) return;
  const found = await Promise.all(roles.map((role) => accountsWhoWrite(trx, model, role, stored.id)));
  const accounts = found.flat().filter((id) => id !== actor.id);
  const label = machineOf(model.resource)?.transitions[name]?.label ?? { zh: name, en: name };
  const title = String(stored.values[model.titleField] ?? '');
  const what = resourceLabel(model.resource);
  const said = reason ?? '';
  await tell(trx, accounts, [
    {
      kind: 'returned',
      key: `returned:${stored.documentId}:${stored.values.rev}`,
      title: { zh: `${what.zh}被${label.zh}:${title}`, en: `${what.en} sent back: ${title}` },
      detail: { zh: `${actor.displayName}:${said}`, en: `${actor.displayName}: ${said}` },
      link: `/${model.plural}/${stored.documentId}`,
    },
  ]);
}
