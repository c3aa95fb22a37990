export { CELL_WORDS } from './cells';
export { changedWords, installWords } from './changed';
export { ENUM_TEXT, enumWords } from './enums';
export { ERROR_TEXT, type ErrorCode } from './errors';
export { MENU_TEXT, type MenuAddress } from './menu';
export { fieldLabel, RESOURCE_TEXT, resourceLabel } from './resources';
export type { Locale, Words } from './words';
