/** A text shown to people, in the two languages of the console. */
export type Words = { zh: string; en: string };

export type Locale = keyof Words;
