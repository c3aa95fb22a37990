import { addressOfFile, pictureName, type Uncleared, unclearedOf } from '@jiedui/shared/story';
import { useList } from '@refinedev/core';
import { useMemo } from 'react';
import { useAccess } from '../../providers/access';
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
};

export type StoryPhotos = {
  photos: readonly StoryPhoto[];
  ready: boolean;
  error: unknown;
  refetch: () => void;
};

/** As many as one answer holds. */
const MOST = 100;
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
  };
}

/** The pictures of a story in the order in which they came, each with its consents and what keeps it back. */
export function useStoryPhotos(story: string): StoryPhotos {
  const { may } = useAccess();
  const seesConsents = may('read', 'portrait-consents');
  const list = useList<Row>({
    resource: 'story-photos',
    filters: [{ field: 'story.documentId', operator: 'eq', value: story }],
    sorters: [{ field: 'createdAt', order: 'asc' }],
    pagination: { currentPage: 1, pageSize: MOST },
    meta: { fields: ['caption', 'alt', 'credit', 'cover', 'people', 'persons', 'rev'], populate: ['file'] },
    errorNotification: false,
  });
  const ids = (list.query.data?.data ?? []).map(({ id }) => id);
  const consents = useList<Row>({
    resource: 'portrait-consents',
    filters: [{ field: 'photo.documentId', operator: 'in', value: ids }],
    sorters: [{ field: 'createdAt', order: 'asc' }],
    pagination: { currentPage: 1, pageSize: MOST },
    meta: { fields: CONSENT, populate: ['photo', 'paper'] },
    errorNotification: false,
    queryOptions: { enabled: seesConsents && ids.length > 0 },
  });
  const rows = list.query.data?.data;
  const kept = consents.query.data?.data;
  const known = seesConsents && (kept !== undefined || ids.length === 0);
  const photos = useMemo(() => {
    const of = (photo: Row) => (kept ?? []).filter((one) => asLinked(one.photo)?.documentId === photo.id);
    return (rows ?? []).map((row, at) => photoOf(row, at, known ? of(row) : null));
  }, [rows, kept, known]);
  return {
    photos,
    ready: rows !== undefined && (!seesConsents || known),
    error: list.query.error ?? consents.query.error,
    refetch: () => void list.query.refetch(),
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
