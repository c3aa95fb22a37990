import { z } from 'zod';

const HOUR = 3_600_000;

/** A moment as consumers are told it: as clocks in the district show it, with their offset from UTC. */
export const districtInstant = (milliseconds: number): string =>
  `${new Date(milliseconds + 8 * HOUR).toISOString().slice(0, -1)}+08:00`;

/** A moment in an answer. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/)
  .meta({ format: 'date-time', description: 'ISO 8601, in Asia/Shanghai' });
