import { z } from 'zod';
import { NOTICE_KINDS } from './kinds';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const clockTime = z.string().regex(CLOCK);
const kinds = z
  .array(z.enum(NOTICE_KINDS))
  .transform((list) => NOTICE_KINDS.filter((kind) => list.includes(kind)));

/**
 * What somebody chose. `console`, `email`: the kinds told there. `address`: where letters go; none, no letters.
 * `digestAt`: one letter a day from this time on; null sends at once. `quiet`: no letters between these times, also
 * across midnight. Times are of the programme's time zone.
 */
export const noticePreferencesSchema = z
  .strictObject({
    console: kinds,
    email: kinds,
    address: z.email().max(254).nullable(),
    digestAt: clockTime.nullable(),
    quiet: z.strictObject({ from: clockTime, to: clockTime }).nullable(),
  })
  .refine(({ address, email }) => address !== null || email.length === 0, { path: ['address'] });

export type NoticePreferences = z.infer<typeof noticePreferencesSchema>;

/** What holds for whoever has chosen nothing: everything in the console, no letters, nights left alone. */
export const DEFAULT_PREFERENCES: NoticePreferences = {
  console: [...NOTICE_KINDS],
  email: [],
  address: null,
  digestAt: '08:30',
  quiet: { from: '21:00', to: '07:30' },
};
