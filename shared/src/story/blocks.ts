import { z } from 'zod';

/**
 * The text of a story as Strapi's own panel edits it (its `blocks` field), and no more than that: what is not named
 * here cannot be stored, so no script, style or foreign address ever comes in with a text.
 */
const MARKS = {
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  strikethrough: z.literal(true).optional(),
  code: z.literal(true).optional(),
};

/** Where a link may lead: never to a script, and without a character that hides or turns what is read. */
export const linkAddress = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)[^\s\p{C}]+$/u);

const text = z.strictObject({ type: z.literal('text'), text: z.string().max(20_000), ...MARKS });
const link = z.strictObject({ type: z.literal('link'), url: linkAddress, children: z.array(text).max(200) });
const inline = z.array(z.union([text, link])).max(1000);
const noText = z.array(z.strictObject({ type: z.literal('text'), text: z.literal('') })).length(1);

const paragraph = z.strictObject({ type: z.literal('paragraph'), children: inline });
const heading = z.strictObject({
  type: z.literal('heading'),
  level: z.number().int().min(1).max(6),
  children: inline,
});
const quote = z.strictObject({ type: z.literal('quote'), children: inline });
const code = z.strictObject({
  type: z.literal('code'),
  language: z.string().max(40).optional(),
  children: inline,
});
const listItem = z.strictObject({ type: z.literal('list-item'), children: inline });
const FORMAT = { type: z.literal('list'), format: z.enum(['ordered', 'unordered']) };
const innerList = z.strictObject({
  ...FORMAT,
  indentLevel: z.number().int().min(0).max(3).optional(),
  children: z.array(listItem).max(200),
});
const list = z.strictObject({
  ...FORMAT,
  indentLevel: z.number().int().min(0).max(3).optional(),
  children: z.array(z.union([listItem, innerList])).max(200),
});

/**
 * A picture stands for a record of its own (`story-photo`), named by the address of its file; the rest of Strapi's
 * description of the file is filled in by the server.
 */
const image = z.strictObject({
  type: z.literal('image'),
  image: z.looseObject({ url: z.string().max(500) }),
  children: noText,
});

export const blockSchema = z.discriminatedUnion('type', [paragraph, heading, quote, code, list, image]);
export const blocksSchema = z.array(blockSchema).max(500);

export type Text = z.infer<typeof text>;
export type Link = z.infer<typeof link>;
export type Inline = Text | Link;
export type Block = z.infer<typeof blockSchema>;
export type Blocks = Block[];

/** Paragraphs of a plain text, one for each line that says something. */
export function paragraphsOf(plain: string): Blocks {
  return plain
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));
}
