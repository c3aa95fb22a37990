import type { ModelsDescription, TypeDescription } from '@jiedui/shared/model';
import { MENU_TEXT, type MenuAddress, type Words } from '@jiedui/shared/text';
import { isHandmade, isOfficeList, listAddress } from '../../models/presentation';
import type { Need } from '../../providers/access';

export type Entry = { to: string; label: Words; needs: Need };
export type Group = { title: Words | null; entries: Entry[] };

const read = (path: string): Need => ({ action: 'read', path });
const entry = (to: MenuAddress, needs: Need): Entry => ({ to, label: MENU_TEXT[to], needs });

/** The program's own entries. An entry shows to the roles that meet its need; a group without entries does not show. */
const MENU: readonly Group[] = [
  { title: null, entries: [entry('/', null)] },
  {
    title: { zh: '活动', en: 'Activities' },
    entries: [
      entry('/activities', read('activities')),
      entry('/calendar', read('activities')),
      entry('/activity-materials', read('activity-materials')),
      entry('/ledger', { duty: 'readLedger' }),
      entry('/notice-report', { duty: 'readNotices' }),
      entry('/coverage', { duty: 'readCoverage' }),
      entry('/hours', { duty: 'readHours' }),
      entry('/projects', read('projects')),
      entry('/stories', read('stories')),
      entry('/story-statistics', { duty: 'readStories' }),
      entry('/media-placements', read('media-placements')),
      entry('/photo-flags', read('photo-flags')),
      entry('/reports', read('reports')),
      entry('/material-submissions', read('material-submissions')),
    ],
  },
  {
    title: { zh: '计划', en: 'Plans' },
    entries: [
      entry('/site-plans', read('site-plans')),
      entry('/schedule', read('schedule-items')),
      entry('/liaison-contents', { duty: 'readLiaison' }),
      entry('/site-offers', read('site-offers')),
      entry('/action-plans', read('action-plans')),
      entry('/timeline', read('programmes')),
    ],
  },
  {
    title: { zh: '名册', en: 'Registry' },
    entries: [
      entry('/units', read('units')),
      entry('/stations', read('stations')),
      entry('/pairings', read('pairings')),
      entry('/teams', read('volunteer-teams')),
    ],
  },
  {
    title: { zh: '测评', en: 'Evaluation' },
    entries: [
      entry('/evaluations', read('evaluations')),
      entry('/recusals', read('recusals')),
      entry('/moderations', { duty: 'readTrust' }),
      entry('/moderation-replies', { action: 'update', path: 'moderation-replies' }),
      entry('/rounds', read('rounds')),
      entry('/metric-entries', read('metric-entries')),
      entry('/summary', { duty: 'readSummary' }),
      entry('/unit-results', read('unit-results')),
      entry('/appeals', read('appeals')),
      entry('/rubrics', read('rubrics')),
    ],
  },
  {
    title: { zh: '管理', en: 'Office' },
    entries: [
      entry('/programme', read('programmes')),
      entry('/import', { duty: 'importWorkbook' }),
      entry('/api-consumers', read('api-consumers')),
      entry('/webhooks', read('webhooks')),
      entry('/staff', read('staff')),
      entry('/words', { duty: 'shapeModels' }),
      entry('/computed-columns', read('computed-columns')),
      entry('/models', { duty: 'shapeModels' }),
      entry('/audit', { duty: 'readAudit' }),
    ],
  },
];

const OTHERS: Words = { zh: '其他记录', en: 'Records' };

/** The menu with the types that have no place of their own in it: the office's, and the program's reference data. */
export function menuOf(models: ModelsDescription): Group[] {
  const others = models.types.filter(({ resource, may }) => may.read && !isHandmade(resource));
  // What the office has made is looked for more often than the lists of names.
  const ordered = [...others.filter(({ custom }) => custom), ...others.filter(({ custom }) => !custom)];
  const entryOf = (type: TypeDescription): Entry => ({
    to: listAddress(type),
    label: type.label,
    needs: read(type.path),
  });
  const records = ordered.filter(({ resource }) => !isOfficeList(resource)).map(entryOf);
  const tools = ordered.filter(({ resource }) => isOfficeList(resource)).map(entryOf);
  const [office] = MENU.slice(-1);
  const last = office ? [{ ...office, entries: [...office.entries, ...tools] }] : [];
  return [...MENU.slice(0, -1), { title: OTHERS, entries: records }, ...last];
}
