/** Written XML, told apart from text that is yet to be escaped. */
export type Xml = { xml: string };

// Characters that XML 1.0 cannot hold in any spelling; half of a pair is one of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_XML = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g;
const HALVES = /[\ud800-\udfff]/gu;
const MARKUP = /[&<>"\t\n\r]/g;

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (value: string): string =>
  (value.isWellFormed() ? value : value.replace(HALVES, ''))
    .replace(NOT_XML, '')
    .replace(MARKUP, (one) => ESCAPED[one] ?? '');

/** An element with its attributes, and in it other elements or a text. */
export function element(
  name: string,
  attributes: Record<string, string>,
  inside: string | readonly (Xml | null)[] = [],
): Xml {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const text = typeof inside === 'string' ? escaped(inside) : inside.map((one) => one?.xml ?? '').join('');
  return { xml: `<${name}${start.join('')}${text === '' ? '/>' : `>${text}</${name}>`}` };
}
