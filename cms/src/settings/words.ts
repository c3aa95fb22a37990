import { type FieldError, fieldError } from '@jiedui/shared/model';
import { ALWAYS_SHOWN, MENU_KEY } from '@jiedui/shared/modelling';
import { ownWordKeys } from '../modelling/described';
import type { Values } from '../write/column-values';
import type { Hooks } from '../write/hooks';

/** Words are changed where there are some, and never to nothing. */
export const wordHooks: Hooks = {
  check: (_trx, values) => {
    const key = String(values.key ?? '');
    const known = ownWordKeys().some((one) => one.key === key);
    const errors: FieldError[] = [];
    if (!known) {
      const message = { zh: `没有“${key}”这个词语。`, en: `There are no words “${key}”.` };
      errors.push(fieldError(['key'], 'NOT_AN_OPTION', message));
    }
    for (const locale of ['zh', 'en']) {
      if (String(values[locale] ?? '').trim() === '') errors.push(fieldError([locale], 'REQUIRED'));
    }
    return [...errors, ...placeErrors(key, values)];
  },
};

/** Only menu entries have a place, or can be left out; the way back stays. */
function placeErrors(key: string, { order, hidden }: Values): FieldError[] {
  const isMenu = key.startsWith(MENU_KEY);
  const errors: FieldError[] = [];
  if (!isMenu && order !== null && order !== undefined)
    errors.push(fieldError(['order'], 'NOT_AN_OPTION', ONLY_MENU));
  if (!isMenu && hidden === true) errors.push(fieldError(['hidden'], 'NOT_AN_OPTION', ONLY_MENU));
  if (isMenu && hidden === true && ALWAYS_SHOWN.includes(key.slice(MENU_KEY.length)))
    errors.push(fieldError(['hidden'], 'NOT_AN_OPTION', STAYS));
  return errors;
}

const ONLY_MENU = {
  zh: '只有菜单项有顺序,可以不显示。',
  en: 'Only menu entries have an order or can be hidden.',
};
const STAYS = {
  zh: '此菜单项不能隐藏,否则无法再改回来。',
  en: 'This entry stays: without it nobody could change it back.',
};
