export { partsOf, printText, readPrint } from './parts';
export { ALIKE, difference, PRINT_SIDE, type Print, printOf, printsToLookFor } from './print';
export { type PhotoUse, REUSE_KINDS, REUSE_WORDS, type ReuseKind, reuseKind } from './reuse';
