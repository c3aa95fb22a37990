/** The widths at which a picture of a story is given out; its original never is. */
export const PICTURE_WIDTHS = { small: 480, medium: 960, large: 1600 } as const;

/** What networks show beside a link: cut to this shape. */
export const SOCIAL_SIZE = { width: 1200, height: 630 } as const;

export type PictureSize = keyof typeof PICTURE_WIDTHS | 'social';

export const PICTURE_SIZES: readonly PictureSize[] = ['small', 'medium', 'large', 'social'];

/** How large a picture comes out at a size: never larger than it is. */
export function sizeAt(
  size: keyof typeof PICTURE_WIDTHS,
  width: number,
  height: number,
): { width: number; height: number } {
  const wide = Math.min(PICTURE_WIDTHS[size], width);
  return { width: wide, height: Math.max(1, Math.round((height * wide) / width)) };
}
