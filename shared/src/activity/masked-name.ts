/**
 * A child's name as it is kept: of a Chinese name the first character, of a name in letters the initials. What is
 * masked already stays as it is. Empty for a name without any letter.
 */
export function maskedName(name: string): string {
  const letters = name.normalize('NFKC').trim();
  if (/^[A-Za-z]/.test(letters)) {
    return letters
      .split(/[\s.·]+/)
      .filter(Boolean)
      .map((part) => `${part.charAt(0).toUpperCase()}.`)
      .join(' ');
  }
  const [first, ...rest] = letters.replaceAll(/[\s·]/g, '');
  if (!first || !/\p{L}/u.test(first)) return '';
  return first + '*'.repeat(Math.max(rest.length, 1));
}
