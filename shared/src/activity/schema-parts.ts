import { z } from 'zod';
import type { Words } from '../text';

/** Words shown to people, both languages present. */
export const wordsSchema: z.ZodType<Words> = z.strictObject({
  zh: z.string().trim().min(1, '请填写中文'),
  en: z.string().trim().min(1, '请填写英文'),
});

/** A stable code that records refer to: letters, digits, dots, starting with a letter. */
export const codeSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9.]{0,59}$/, '编码以字母开头,只含字母、数字和点');
