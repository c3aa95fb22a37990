import { isEntered } from '../metric';
import { type Rubric, SOURCE_CODES } from '../rubric';
import { askedFigures } from './pin-figures';
import { isSystemOnly } from './source-calc';

/**
 * The keys of the figures that are of the unit and on no sheet: what the office enters, and all that a source consists
 * of which has no evaluator.
 */
export function unitFigureKeys(rubric: Rubric): string[] {
  const keys = SOURCE_CODES.flatMap((source) => {
    const asked = [...askedFigures(rubric, source).values()];
    return isSystemOnly(rubric, source) ? asked : asked.filter(isEntered);
  });
  return [...new Set(keys)];
}

/** The keys of the figures that the office has to enter for a rubric, each with the sources whose score it is part of. */
export function enteredFigures(rubric: Rubric): Map<string, Rubric['sources'][number]['code'][]> {
  const found = new Map<string, Rubric['sources'][number]['code'][]>();
  for (const { code } of rubric.sources) {
    for (const key of new Set([...askedFigures(rubric, code).values()].filter(isEntered)))
      found.set(key, [...(found.get(key) ?? []), code]);
  }
  return found;
}
