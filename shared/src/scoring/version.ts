/** Stored with every result, so that a replay says which engine made it. Changes when any number could change. */
export const engineVersion = '1.1.0';
