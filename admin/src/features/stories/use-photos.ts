import {
  addressOfFile,
  type PictureReach,
  pictureName,
  pictureReach,
  type Uncleared,
  unclearedOf,
} from '@jiedui/shared/story';
import { useList } from '@refinedev/core';
import { useMemo } from 'react';
import { useAccess } from '../../providers/access';
import { MAX_PAGE } from '../../providers/data-query';
import { asLinked, asRow, type Row } from '../../providers/row';
import type { TextPicture } from '../../ui/editor/pictures';

export type StoryPhoto = {
  row: Row;
  /** The address by which the text names it; null until its file has come. */
  url: string | null;
  file: Row | null;
  consents: readonly Row[];
  /** What keeps it back; null for a role that may not see consents and so cannot know. */
  uncleared: readonly Uncleared[] | null;
  reach: PictureReach;
};

export type StoryPhotos = {
  /** Empty as long as they are not ready. */
  photos: readonly StoryPhoto[];
  ready: boolean;
  /** Of the last read: what came before stays. */
  error: unknown;
  refetch: () => void;
};

/** As many as the server itself looks at before a story comes out. */
const MOST_PHOTOS = 200;
const MOST_CONSENTS = 2000;
const NONE: Row[] = [];
const CONSENT = ['person', 'minor', 'guardian', 'givenOn', 'state', 'rev'];

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function photoOf(row: Row, at: number, consents: readonly Row[] | null): StoryPhoto {
  const file = asRow(Array.isArray(row.file) ? row.file[0] : row.file);
  const facts = {
    name: pictureName(text(row.caption), at + 1),
    hasFile: file !== null,
    alt: text(row.alt),
    people: text(row.people),
    persons: typeof row.persons === 'number' ? row.persons : null,
    consents: (consents ?? []).map((one) => ({
      state: String(one.state),
      minor: one.minor === true,
      guardian: text(one.guardian),
    })),
  };
  return {
    row,
    file,
    url: file ? addressOfFile(file.id) : null,
    consents: consents ?? [],
    uncleared: consents ? unclearedOf(facts) : null,
    reach: pictureReach(consents && facts),
  };
}

/** The consents of some pictures, as many as an address has room for. */
function useConsents(photos: readonly string[], seen: boolean) {
  return useList<Row>({
    resource: 'portrait-consents',
    filters: [{ field: 'photo.documentId', operator: 'in', value: photos }],
    sorters: [{ field: 'createdAt', order: 'asc' }],
    pagination: { currentPage: 1, pageSize: MAX_PAGE },
    meta: { fields: CONSENT, populate: ['photo', 'paper'], whole: MOST_CONSENTS },
    errorNotification: false,
    queryOptions: {
      enabled: seen && photos.length > 0,
      // A picture that is added has none yet: those of the others stay until they have been read again.
      placeholderData: (kept, query) =>
        JSON.stringify(query?.queryKey ?? []).includes(`"${photos[0]}"`) ? kept : undefined,
    },
  }).query;
}

/** The pictures of a story in the order in which they came, each with its consents and what keeps it back. */
export function useStoryPhotos(story: string): StoryPhotos {
  const { may } = useAccess();
  const seesConsents = may('read', 'portrait-consents');
  const list = useList<Row>({
    resource: 'story-photos',
    filters: [{ field: 'story.documentId', operator: 'eq', value: story }],
    sorters: [{ field: 'createdAt', order: 'asc' }],
    pagination: { currentPage: 1, pageSize: MAX_PAGE },
    meta: {
      fields: ['caption', 'alt', 'credit', 'cover', 'people', 'persons', 'rev'],
      populate: ['file'],
      whole: MOST_PHOTOS,
    },
    errorNotification: false,
  }).query;
  const rows = list.data?.data;
  const ids = (rows ?? []).map(({ id }) => id);
  const [firstIds, moreIds] = [ids.slice(0, MAX_PAGE), ids.slice(MAX_PAGE)];
  const first = useConsents(firstIds, seesConsents);
  const more = useConsents(moreIds, seesConsents);
  const firstKept = firstIds.length === 0 ? NONE : first.data?.data;
  const moreKept = moreIds.length === 0 ? NONE : more.data?.data;
  const known = seesConsents && firstKept !== undefined && moreKept !== undefined;
  const ready = rows !== undefined && (known || !seesConsents);
  const photos = useMemo(() => {
    const kept = [...(firstKept ?? []), ...(moreKept ?? [])];
    const of = (photo: Row) => kept.filter((one) => asLinked(one.photo)?.documentId === photo.id);
    return (ready ? rows : []).map((row, at) => photoOf(row, at, known ? of(row) : null));
  }, [ready, rows, firstKept, moreKept, known]);
  return {
    photos,
    ready,
    error: list.error ?? first.error ?? more.error,
    refetch: () => {
      for (const query of [list, first, more]) if (query.error) void query.refetch();
    },
  };
}

/** The pictures as the text can show them. */
export const textPictures = (photos: readonly StoryPhoto[]): TextPicture[] =>
  photos.flatMap(({ url, row, file }) =>
    url
      ? [
          {
            url,
            name: String(file?.name ?? ''),
            caption: String(row.caption ?? ''),
            credit: String(row.credit ?? ''),
          },
        ]
      : [],
  );
