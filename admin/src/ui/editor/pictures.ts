import { createContext, useContext } from 'react';

/** A picture that a text may show: the address of its file, and what its record says under it. */
export type TextPicture = { url: string; name: string; caption: string; credit: string };

const Pictures = createContext<readonly TextPicture[] | null>(null);

export const PicturesProvider = Pictures.Provider;

/** The pictures that can be chosen; null where a text has none. */
export const usePictures = (): readonly TextPicture[] | null => useContext(Pictures);

/** The file that a picture's address leads to. */
export const fileOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
