import { z } from 'zod';
import { findIndicator, type Indicator, judges, type Rubric, type SourceCode } from '../rubric';
import type { Words } from '../text/words';
import { checkEntry } from './check-entry';
import { ENTRY_SCHEMAS, type Entries, type Entry } from './entries';

/** One thing wrong on a sheet. `path` starts with the indicator's code, so that a form can show it in its place. */
export interface EntryError {
  path: (string | number)[];
  code: string;
  message: Words;
}

/** Field names of an entry as the evaluator reads them. */
const FIELD_ZH: Record<string, string> = {
  points: '得分',
  deductions: '扣分',
  deducted: '扣分合计',
  count: '数量',
  level: '档次',
  numerator: '分子',
  denominator: '分母',
  value: '数值',
  uses: '加分',
  triggered: '是否触发',
  missing: '未评原因',
  comment: '备注',
};

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
  const field = String(path[0] ?? '');
  const name = FIELD_ZH[field] ?? (field || '内容');
  const [zh, en] =
    extra.length > 0
      ? [`这类指标不填“${name}”`, `takes no ${field}`]
      : [`“${name}”填得不对，请填不小于 0 的数或重新选择`, `${field || 'entry'}: ${issue.message}`];
  return {
    path: [indicator.code, ...path],
    code: extra.length > 0 ? 'unknownField' : 'shape',
    message: { zh: `${label(indicator)}：${zh}`, en: `${indicator.code}: ${en}` },
  };
}
