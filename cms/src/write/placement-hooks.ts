import { dayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { cleanLink, isPageAddress } from '@jiedui/shared/story';
import { clock } from '../clock';
import { requireNew } from '../story/placements';
import type { Hooks } from './hooks';

const FUTURE = { zh: '刊发日期不能晚于今天。', en: 'It cannot have come out on a day to come.' };
const NO_LINK = { zh: '链接须是 http:// 或 https:// 开头的网址。', en: 'The link is an http(s) address.' };
const OTHERS = { zh: '所选稿件不是该单位的稿件。', en: 'The story is not about this unit.' };

/** A publication counts once: the same address, or the same headline in the same paper, is the same one. */
export const placementHooks: Hooks = {
  async complete(_trx, rows) {
    for (const row of rows) {
      row.title = String(row.title ?? '').trim();
      row.outlet = String(row.outlet ?? '').trim();
      row.link = row.link ? cleanLink(String(row.link)) : null;
    }
  },
  async check(trx, values, before, { id }) {
    const errors = [];
    const { link, publishedOn } = values;
    const isSound = typeof link !== 'string' || link === '' || isPageAddress(link);
    if (!isSound) errors.push(fieldError(['link'], 'WRONG_TYPE', NO_LINK));
    if (typeof publishedOn === 'string' && publishedOn > dayOf(clock().now()))
      errors.push(fieldError(['publishedOn'], 'OUT_OF_RANGE', FUTURE));
    if (values.story && values.story !== before?.story) {
      const story = await trx('stories').where({ id: values.story }).first('unit_id');
      if (story?.unit_id && Number(story.unit_id) !== Number(values.unit))
        errors.push(fieldError(['story'], 'NOT_AN_OPTION', OTHERS));
    }
    if (errors.length === 0 && values.unit && values.title && values.outlet)
      await requireNew(trx, values, id);
    return errors;
  },
};
