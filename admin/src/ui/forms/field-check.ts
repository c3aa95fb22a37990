import { checkField, checkValue, type FieldDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import type { Components } from '../../models/model';
import { fromControl } from './form-values';

const LISTS: readonly FieldDescription['kind'][] = ['relations', 'component', 'zone'];

/** What is wrong with a control's value, in the words of the server; null when it is right. */
export function controlProblem(
  field: FieldDescription,
  control: unknown,
  components: Components,
): Words | null {
  const value = fromControl(field, control, components);
  if (field.kind === 'json') return jsonProblem(field, value);
  if (LISTS.includes(field.kind)) return listProblem(field, value);
  return checkValue(field.attribute, value)?.message ?? null;
}

function jsonProblem(field: FieldDescription, value: unknown): Words | null {
  if (typeof value !== 'string') return checkValue(field.attribute, value)?.message ?? null;
  try {
    JSON.parse(value);
    return { zh: '应为对象或列表。', en: 'Should be an object or a list.' };
  } catch (error) {
    const found = error instanceof Error ? error.message : '';
    return { zh: `不是有效的 JSON:${found}`, en: `Not valid JSON: ${found}` };
  }
}

/** The fields of each entry check themselves, so here counts only what is wrong with the list as a whole. */
function listProblem({ attribute }: FieldDescription, value: unknown): Words | null {
  return checkField([], attribute, value, {}).find(({ path }) => path.length === 0)?.message ?? null;
}
