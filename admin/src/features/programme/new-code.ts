/** A code that is not taken yet, and takes it: records refer to codes, so one is never given twice in a list. */
export function newCode(stem: string, taken: string[]): string {
  let number = 1;
  while (taken.includes(`${stem}${number}`)) number += 1;
  const code = `${stem}${number}`;
  taken.push(code);
  return code;
}
