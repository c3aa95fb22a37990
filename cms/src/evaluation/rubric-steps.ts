import { contentHash } from '@jiedui/shared/canonical';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { checkRubric, readRubric } from '@jiedui/shared/rubric';
import type { Effects, StepContext } from '../guard/steps';

/** A rubric may be adopted when it can be read and has no error; warnings are the office's own affair. */
export async function rubricGate({ stored }: StepContext): Promise<FieldError[]> {
  const read = readRubric(stored.values.definition);
  const findings = 'findings' in read ? read.findings : checkRubric(read.rubric);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => fieldError(['definition', ...path], 'RUBRIC_UNSOUND', message));
}

export const rubricEffects: Effects = {
  /** From now on the content is what its fingerprint says. */
  async adopt({ stored }) {
    const read = readRubric(stored.values.definition);
    return 'rubric' in read ? { values: { contentHash: contentHash(read.rubric) } } : {};
  },
};
