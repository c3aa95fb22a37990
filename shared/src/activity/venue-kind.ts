import { z } from 'zod';
import { codeSchema, wordsSchema } from './schema-parts';
import type { VenueKind } from './venue-kinds';

export const venueKindSchema = z.strictObject({
  code: codeSchema,
  words: wordsSchema,
  public: z.boolean(),
}) satisfies z.ZodType<VenueKind>;
