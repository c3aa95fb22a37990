/** The two bytes of every sign of GBK, found by reading all of them: Node decodes GBK and does not encode it. */
const BYTES = new Map<string, [number, number]>();
const decoder = new TextDecoder('gbk');
for (let first = 0x81; first <= 0xfe; first += 1) {
  for (let second = 0x40; second <= 0xfe; second += 1) {
    const sign = decoder.decode(Uint8Array.of(first, second));
    if (sign.length === 1 && sign !== '\ufffd' && !BYTES.has(sign)) BYTES.set(sign, [first, second]);
  }
}

/** A text as a Chinese Windows writes it. */
export function gbk(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((sign) => {
      if (sign.charCodeAt(0) < 0x80) return [sign.charCodeAt(0)];
      const bytes = BYTES.get(sign);
      if (!bytes) throw new Error(`GBK has no ${sign}`);
      return bytes;
    }),
  );
}
