/** Written XML, told apart from text that is yet to be escaped. */
export type Xml = { xml: string };

// Characters that XML 1.0 cannot hold in any spelling; half of a pair is one of them.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
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
  value.replace(NOT_XML, '').replace(MARKUP, (one) => ESCAPED[one] ?? '');

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
