import type { Words } from '../text/words';

/** Something wrong (`error`: the rubric cannot be used) or unusual (`warning`) in a rubric. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  /** Where in the rubric, as keys and positions. */
  path: (string | number)[];
  message: Words;
}

type Path = Finding['path'];

export const error = (code: string, path: Path, zh: string, en: string): Finding => ({
  code,
  severity: 'error',
  path,
  message: { zh, en },
});

export const warning = (code: string, path: Path, zh: string, en: string): Finding => ({
  ...error(code, path, zh, en),
  severity: 'warning',
});

/** The values that stand more than once, each once. */
export function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
