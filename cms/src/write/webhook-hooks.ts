import { fieldError } from '@jiedui/shared/model';
import { FAILURE_WORDS, isTold } from '@jiedui/shared/webhook';
import { readEnvironment } from '../environment';
import { beginTelling, stopTelling } from '../story/webhooks/standing';
import { aimAt, resolveName } from '../story/webhooks/target';
import type { Hooks } from './hooks';

/** What an address leads to is looked up before anything is locked; a host that is away for now may be saved. */
export const webhookHooks: Hooks = {
  async foresee({ url }) {
    if (typeof url !== 'string') return [];
    const aim = await aimAt(url.trim(), readEnvironment().webhookAllow, resolveName);
    if (!('failure' in aim) || aim.failure === 'unresolved') return [];
    return [fieldError(['url'], 'BAD_INPUT', FAILURE_WORDS[aim.failure])];
  },
  async updated(trx, { id, values }, before) {
    if (values.state === before.state) return;
    await (isTold(values.state) ? beginTelling : stopTelling)(trx, id);
  },
};
