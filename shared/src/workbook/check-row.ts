import { asRole, ROLE_ANCHOR } from '../access/roles';
import type { VenueKind } from '../activity';
import type { Day } from '../calendar';
import type { Book } from './book';
import { checkActivityRow } from './check-activity-row';
import { type Draft, fail, textOf } from './draft';
import { link } from './relations';

const LEVEL_ORDER = ['center', 'institute', 'station'];

/** The rules of a row that concern several of its cells, or the records that it names. */
export function checkRow(book: Book, draft: Draft, today: Day, venueKinds: readonly VenueKind[]): void {
  const { resource } = draft.layout.definition;
  if (resource === 'station') {
    checkTown(draft);
    checkParent(book, draft);
  } else if (resource === 'pairing') checkPairing(draft);
  else if (resource === 'staff') checkAnchor(draft);
  else if (resource === 'activity') checkActivityRow(draft, today, venueKinds);
}

function checkTown(draft: Draft): void {
  const level = textOf(draft, 'level');
  const known = draft.self?.traits.town ?? null;
  if (level && level !== 'center' && draft.values.town === undefined && !known) {
    fail(draft, 'town', 'REQUIRED', {
      zh: '所和站必须填写所属镇',
      en: 'the town of an institute or station',
    });
  }
}

function checkParent(book: Book, draft: Draft): void {
  const column = draft.layout.definition.columns.find(({ field }) => field === 'parent');
  if (column?.kind === 'relation') link(book, draft, column);
  const level = textOf(draft, 'level');
  const above = draft.links.parent?.traits.level;
  if (level && above && LEVEL_ORDER.indexOf(above) >= LEVEL_ORDER.indexOf(level)) {
    fail(draft, 'parent', 'NOT_AN_OPTION', {
      zh: '级别更高的阵地:站的上级是所或中心,所的上级是中心',
      en: 'a site of a higher level',
    });
  }
}

function checkPairing(draft: Draft): void {
  if (draft.links.station?.traits.level !== 'center') return;
  fail(draft, 'station', 'NOT_AN_OPTION', { zh: '所或站;中心不参加结对', en: 'an institute or station' });
}

function checkAnchor(draft: Draft): void {
  const role = asRole(textOf(draft, 'role'));
  const anchor = role ? ROLE_ANCHOR[role] : undefined;
  if (!anchor || draft.values[anchor] !== undefined || draft.self?.record?.values[anchor]) return;
  fail(draft, anchor, 'REQUIRED', { zh: '该角色必须填写此列', en: 'required for this role' });
}
