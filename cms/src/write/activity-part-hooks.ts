import { maskedName } from '@jiedui/shared/activity';
import { dayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { enumWords } from '@jiedui/shared/text';
import { clock } from '../clock';
import type { Hooks } from './hooks';

/** A piece goes by its kind where nobody named it. */
export const materialHooks: Hooks = {
  async complete(_trx, rows) {
    for (const row of rows) {
      const named = String(row.title ?? '').trim();
      row.title = named || enumWords('activity-material', 'kind', String(row.kind)).zh;
    }
  },
};

/** Of a child no more is kept than tells the papers apart. */
export const consentHooks: Hooks = {
  async complete(_trx, rows) {
    for (const row of rows) row.childName = maskedName(String(row.childName));
  },
  check(_trx, { childName, consentOn }) {
    const errors = [];
    if (typeof childName === 'string' && childName.trim() && !maskedName(childName)) {
      const words = { zh: '请写姓名,保存时自动隐去名字。', en: 'Write the name; it is masked when saved.' };
      errors.push(fieldError(['childName'], 'WRONG_TYPE', words));
    }
    if (typeof consentOn === 'string' && consentOn > dayOf(clock().now())) {
      const words = { zh: '同意日期不能晚于今天。', en: 'The consent cannot be of a day to come.' };
      errors.push(fieldError(['consentOn'], 'OUT_OF_RANGE', words));
    }
    return errors;
  },
};
