import path from 'node:path';

/** The folder of the whole project. */
export const root = path.resolve(import.meta.dirname, '../..');

/** A path inside the project. */
export const inRoot = (...parts) => path.join(root, ...parts);
