import { z } from 'zod';
import { isDay } from './day';
import { isInstant } from './instant';

/** A plain day `YYYY-MM-DD` in data that people edit. */
export const daySchema = z.string().refine(isDay, '日期应写成 2022-07-18 的样子');

/** An ISO moment with its offset. */
export const instantSchema = z.string().refine(isInstant, '时间应为带时区的 ISO 格式');
