import type { Role } from '../access';
import type { Filed } from '../filing';
import type { Words } from '../text';

/** Days counted from today, both ends included: −1 is yesterday. An end left out is open. */
export type DayWindow = { from?: number; to?: number };

/**
 * One thing that waits for somebody, as data: the records of a type in certain states, most urgent first.
 * - `roles`: for whom it waits (row scope comes from the access matrix);
 * - `step`: what these people are to do with it, a step of the type's machine;
 * - `days`: only records whose `day` lies in the window;
 * - `sort`: the API's notation; the first row is the most urgent;
 * - `due`: where the day by which it should be done is found in a row, and how many days later (negative:
 *   earlier) it is; left out where nothing says by when;
 * - `show`: the relations whose names stand under the row's title;
 * - `path`: the records' address in the API and in the console.
 */
export type ListCard = {
  kind: 'list';
  key: string;
  words: Words;
  roles: readonly Role[];
  resource: string;
  path: string;
  states: readonly string[];
  step?: string;
  days?: DayWindow;
  sort: string;
  due?: { field: string; via?: string; plus: number };
  show: readonly string[];
};

/** Cards that no list can say: each is counted in its own way. */
export type SpecialCard = {
  kind: 'unpairedUnits' | 'openFocusWeek' | 'materialsToForward';
  key: string;
  words: Words;
  roles: readonly Role[];
  path: string;
};

/** What is owed and has no record yet: by the account's own party, or by those whom it oversees. */
export type DutyCard = {
  kind: 'owedFilings' | 'missingFilings';
  of: Filed;
  key: string;
  words: Words;
  roles: readonly Role[];
  path: string;
};

/** Stories that are owed and not sent in. */
export type StoryDutyCard = Omit<DutyCard, 'kind' | 'of'> & { kind: 'owedStories' };

export type WorkCard = ListCard | SpecialCard | DutyCard | StoryDutyCard;
