import { columnPath, storyPath } from '@jiedui/shared/story';
import { districtInstant } from '@jiedui/shared/story-api';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { Refusal } from '../../guard/errors';
import { reader } from '../../read/reader';
import { namedColumns } from './columns';
import { visible } from './conditions';
import type { Made } from './kept';

/** Stories in one part, by their row numbers: far below the 50,000 addresses that a part may hold. */
const PART = 5_000;

const xml = (body: Buffer): Made => ({ type: 'application/xml; charset=utf-8', body: body.toString() });

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>';

type Written = SitemapIndexStream | SitemapStream;

async function written(
  stream: Written,
  entries: readonly { url: string; lastmod?: string }[],
): Promise<Made> {
  // The library takes nothing at all for a fault.
  if (entries.length === 0) return xml(Buffer.from(EMPTY));
  const done = streamToPromise(stream);
  for (const entry of entries) stream.write(entry);
  stream.end();
  return xml(await done);
}

/** The parts of the sitemap, each with the day of its last change. */
export async function sitemapIndex(origin: string): Promise<Made> {
  const rows = await reader().arrays(
    `SELECT (s.story_id - 1) / ${PART} + 1, max(s.changed_at) FROM released_stories s WHERE ${visible()}
     GROUP BY (s.story_id - 1) / ${PART} ORDER BY 1`,
    [],
  );
  const parts = new Map(rows.map(([part, changedAt]) => [Number(part), Number(changedAt)]));
  const numbers = [...new Set([1, ...parts.keys()])];
  return written(
    new SitemapIndexStream(),
    numbers.map((part) => {
      const changedAt = parts.get(part);
      const url = `${origin}/sitemaps/${part}.xml`;
      return changedAt === undefined ? { url } : { url, lastmod: districtInstant(changedAt) };
    }),
  );
}

/** The pages of one part; the first also names those of the columns. */
export async function sitemapPart(part: number, origin: string): Promise<Made> {
  const rows = await reader().arrays(
    `SELECT s.document_id, s.changed_at FROM released_stories s
     WHERE s.story_id > ? AND s.story_id <= ? AND ${visible()} ORDER BY s.story_id`,
    [(part - 1) * PART, part * PART],
  );
  if (part > 1 && rows.length === 0) throw new Refusal(404, 'NOT_FOUND');
  const columns = part === 1 ? await namedColumns('all') : [];
  return written(new SitemapStream({ hostname: origin }), [
    ...columns.map(({ slug }) => ({ url: columnPath(slug) })),
    ...rows.map(([id, changedAt]) => ({
      url: storyPath(String(id)),
      lastmod: districtInstant(Number(changedAt)),
    })),
  ]);
}
