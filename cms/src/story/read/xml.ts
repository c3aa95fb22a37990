/** Written XML, told apart from text that is yet to be escaped. */
export type Xml = { xml: string };

// Characters that XML 1.0 cannot hold in any spelling; half of a pair is one of them.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// Emoji are told from halves only where there is anything of the kind.
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
const IN_TEXT = /[&<>\r]/g;
const IN_ATTRIBUTE = /[&<>"\t\n\r]/g;

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (value: string, markup: RegExp): string =>
  (SUSPECT.test(value) ? value.replace(NOT_XML, '') : value).replace(markup, (one) => ESCAPED[one] ?? '');

/** An element with its attributes, and in it other elements or a text. */
export function element(
  name: string,
  attributes: Record<string, string>,
  inside: string | readonly (Xml | null)[] = [],
): Xml {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value, IN_ATTRIBUTE)}"`);
  const text =
    typeof inside === 'string' ? escaped(inside, IN_TEXT) : inside.map((one) => one?.xml ?? '').join('');
  return { xml: `<${name}${start.join('')}${text === '' ? '/>' : `>${text}</${name}>`}` };
}
