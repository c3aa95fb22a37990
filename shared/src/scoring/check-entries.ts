import { z } from 'zod';
import { findIndicator, type Indicator, judges, type Rubric, type SourceCode } from '../rubric';
import type { Words } from '../text/words';
import { checkEntry } from './check-entry';
import { ENTRY_SCHEMAS, type Entries, type Entry } from './entries';
import { fieldWords, shapeWords } from './shape-words';

/** One thing wrong on a sheet. `path` starts with the indicator's code, so that a form can show it in its place. */
export interface EntryError {
  path: (string | number)[];
  code: string;
  message: Words;
}

/**
 * Checks a sheet, which may be a draft: what is left out is no error, what is there must be right. Takes an unknown
 * value, since it comes from a form. With a source, an entry that this source does not judge is an error.
 */
export function checkEntries(rubric: Rubric, entries: unknown, source?: SourceCode): EntryError[] {
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) {
    return [
      { path: [], code: 'shape', message: { zh: '评分表格式不对', en: 'The sheet has the wrong shape' } },
    ];
  }
  return Object.entries(entries).flatMap(([code, entry]) => {
    const indicator = findIndicator(rubric, code);
    if (!indicator) {
      return [
        {
          path: [code],
          code: 'unknownIndicator',
          message: { zh: `评价体系中没有指标 ${code}`, en: `There is no indicator ${code}` },
        },
      ];
    }
    if (source && !judges(source, indicator)) {
      return [
        {
          path: [code],
          code: 'notYours',
          message: {
            zh: `${label(indicator)}不由这一评价主体评`,
            en: `${code} is not judged by this source`,
          },
        },
      ];
    }
    return checkOne(indicator, entry);
  });
}

/** Zod schema of a (draft) sheet's entries under a rubric; issues carry the same paths and words (Chinese). */
export function sheetEntriesSchema(rubric: Rubric, source?: SourceCode): z.ZodType<Entries> {
  return z.custom<Entries>().superRefine((entries, context) => {
    for (const { path, message } of checkEntries(rubric, entries, source)) {
      context.addIssue({ code: 'custom', path, message: message.zh });
    }
  });
}

function label({ code, name }: Indicator): string {
  return `${code}“${name}”`;
}

function checkOne(indicator: Indicator, entry: unknown): EntryError[] {
  const parsed = ENTRY_SCHEMAS[indicator.item.kind].safeParse(entry);
  if (!parsed.success) return parsed.error.issues.map((issue) => shapeError(indicator, issue));
  return checkEntry(indicator, parsed.data as Entry).map(({ path, code, zh, en }) => ({
    path: [indicator.code, ...path],
    code,
    message: { zh: `${label(indicator)}：${zh}`, en: `${indicator.code}: ${en}` },
  }));
}

function shapeError(indicator: Indicator, issue: z.core.$ZodIssue): EntryError {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...extra].map((key) => (typeof key === 'number' ? key : String(key)));
  const field = fieldWords(path);
  const said =
    extra.length > 0
      ? { zh: `这类指标不填“${field.zh}”`, en: `takes no ${field.en}` }
      : inField(field, shapeWords(issue));
  return {
    path: [indicator.code, ...path],
    code: extra.length > 0 ? 'unknownField' : 'shape',
    message: { zh: `${label(indicator)}：${said.zh}`, en: `${indicator.code}: ${said.en}` },
  };
}

const inField = (field: Words, wrong: Words): Words => ({
  zh: `“${field.zh}”${wrong.zh}`,
  en: `${field.en} ${wrong.en}`,
});
