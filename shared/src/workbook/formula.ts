import { compact } from './clean';

const FORMULA_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;

/** Whether a cell shows the error of a formula (#REF!). */
export const showsError = (text: string): boolean => FORMULA_ERROR.test(compact(text));

/** Whether a cell is a formula whose result the file does not hold; it is read as `=…`. */
export const lacksResult = (text: string): boolean => /^=./.test(compact(text));
