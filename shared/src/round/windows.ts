import { z } from 'zod';
import type { Day } from '../calendar';
import { SOURCE_CODES, SOURCE_WORDS, type SourceCode } from '../rubric/sources';
import type { Words } from '../text/words';
import { wasReturned } from './scoring-window';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const windowsForm = z.partialRecord(z.enum(SOURCE_CODES), z.object({ opensOn: day, closesOn: day }).strict());

/** The first and the last day on which a source's sheets are filled in. */
export type SourceWindow = { opensOn: Day; closesOn: Day };
export type SourceWindows = Partial<Record<SourceCode, SourceWindow>>;

/** The windows of a round by source; null for what is none. A round without any has none. */
export function readWindows(value: unknown): SourceWindows | null {
  const read = windowsForm.safeParse(value ?? {});
  return read.success ? (read.data as SourceWindows) : null;
}

/** What is wrong with a round's windows, by source: each ends after it begins and lies within the round. */
export function windowProblems(
  windows: SourceWindows,
  round: SourceWindow,
): { source: SourceCode; words: Words }[] {
  return SOURCE_CODES.flatMap((source) => {
    const own = windows[source];
    if (!own) return [];
    const { zh, en } = SOURCE_WORDS[source];
    if (own.closesOn < own.opensOn)
      return [
        { source, words: { zh: `${zh}的截止日期早于开始日期。`, en: `${en}: closes before it opens.` } },
      ];
    if (own.opensOn < round.opensOn || own.closesOn > round.closesOn)
      return [{ source, words: { zh: `${zh}的起止日期超出本轮。`, en: `${en}: not within the round.` } }];
    return [];
  });
}

/** The window of a source: its own, or else the round's days. */
export const windowOf = (windows: SourceWindows, source: SourceCode, round: SourceWindow): SourceWindow =>
  windows[source] ?? round;

/**
 * Why a sheet is not filled in today by its source's own window, in words; null when it may be. A source without one
 * follows the round's state alone, and a sheet that was sent back is mended whenever the round takes scores.
 */
export function outsideWindow(
  windows: SourceWindows,
  source: SourceCode,
  sheetState: unknown,
  today: Day,
): Words | null {
  const own = windows[source];
  if (!own || wasReturned(sheetState)) return null;
  if (today >= own.opensOn && today <= own.closesOn) return null;
  const { zh, en } = SOURCE_WORDS[source];
  const early = today < own.opensOn;
  return {
    zh: `${zh}时间为 ${own.opensOn} 至 ${own.closesOn},${early ? '尚未开始' : '已经结束'}。`,
    en: `${en}: from ${own.opensOn} to ${own.closesOn}; ${early ? 'not begun yet' : 'over'}.`,
  };
}

/** A later last day for a source, or for the round itself and all sources without days of their own (`source` null). */
export type Extension = { source: SourceCode | null; closesOn: Day };

/** The last day that an extension moves. */
export const extendedFrom = (windows: SourceWindows, round: SourceWindow, source: SourceCode | null): Day =>
  (source && windows[source]?.closesOn) ?? round.closesOn;

/** Why a day is no extension, in words; null when it is one. Time is only ever given, and never in the past. */
export function extensionProblem(
  windows: SourceWindows,
  round: SourceWindow,
  { source, closesOn }: Extension,
  today: Day,
): Words | null {
  const from = extendedFrom(windows, round, source);
  if (closesOn <= from) return { zh: `只能延长:须晚于 ${from}。`, en: `Only later: after ${from}.` };
  return closesOn < today ? { zh: '不能早于今天。', en: 'Not before today.' } : null;
}

/** The days of a round and its sources after an extension; a source's day beyond the round's moves that too. */
export function extended(
  windows: SourceWindows,
  round: SourceWindow,
  { source, closesOn }: Extension,
): { windows: SourceWindows; closesOn: Day } {
  const own = source && windows[source];
  return {
    windows: own ? { ...windows, [source]: { ...own, closesOn } } : windows,
    closesOn: closesOn > round.closesOn ? closesOn : round.closesOn,
  };
}

/** The sources whose sheets an extension gives more time. */
export const sourcesExtended = (windows: SourceWindows, source: SourceCode | null): SourceCode[] =>
  source && windows[source] ? [source] : SOURCE_CODES.filter((code) => !windows[code]);
