import { escapeHtml } from '@jiedui/shared/story';

/** Text that may stand in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Value = Html | string | number | null | false | readonly (Html | null | false)[];

/**
 * A piece of a page: `html\`<p>${words}</p>\``. Every value is escaped but what is a piece of a page itself, so this is
 * the one place where that can be forgotten. Values in attributes stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.map((part, at) => part + (at < values.length ? written(values[at]) : '')).join(''));
}

function written(value: Value | undefined): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escapeHtml(String(value));
}

/** Data that a page carries for machines: nothing in it ends the element that it stands in. */
export const jsonHtml = (value: unknown): Html =>
  new Html(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (one) => UNICODE(one)));

const UNICODE = (one: string): string => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
