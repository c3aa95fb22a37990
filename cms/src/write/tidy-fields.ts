import type { Values } from './column-values';

/** Tidies the texts of a row that has some. */
export function tidyFields(row: Values, names: readonly string[], tidy: (text: string) => string): void {
  for (const name of names) {
    const value = row[name];
    if (typeof value === 'string') row[name] = tidy(value);
  }
}
