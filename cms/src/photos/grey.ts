import { PRINT_SIDE, type Print, printOf, printsToLookFor } from '@jiedui/shared/photo';
import sharp from 'sharp';

/** What is known of a photo by its look: its own print, and those that an earlier copy of it may have. */
export type Look = { print: Print; copies: Print[] };

/** Looks at a picture; null where there is nothing to see or the file is none. */
export async function lookAt(file: string): Promise<Look | null> {
  const grey = await sharp(file)
    .greyscale()
    .resize(PRINT_SIDE, PRINT_SIDE, { fit: 'fill' })
    .raw()
    .toBuffer()
    .catch(() => null);
  const print = grey && printOf(grey);
  return print && { print, copies: printsToLookFor(grey) };
}
