import { can } from '@jiedui/shared/access';
import type { ModelsDescription } from '@jiedui/shared/model';
import { getModels, setModels } from '../models/store';
import { deviceAccount } from './device';
import { dropKept, keep, readKept } from './kept';
import { type Session, setSession } from './session';

type Identity = { session: Session; models: ModelsDescription; at: number };

const NAME = 'identity';
/** No longer than a session lasts at most without the server: 14 days, in milliseconds. */
const KEPT_FOR = 14 * 24 * 3600 * 1000;

let unconfirmed = false;

/** Whether the session is the kept one still, which the server has not seen yet. */
export const isUnconfirmed = (): boolean => unconfirmed;

/** Whether a role has work that goes on without a network: it fills in sheets. */
export const worksOffline = (session: Session): boolean => can(session.actor.role, 'update', 'evaluation');

/** Keeps who is signed in and what their pages are drawn by, for a visit without a network. It opens nothing: the server asks again. */
export async function keepIdentity(session: Session): Promise<void> {
  unconfirmed = false;
  if (!worksOffline(session)) return;
  const identity: Identity = { session, models: getModels(), at: Date.now() };
  await keep(session.actor.documentId, NAME, identity);
}

/** Puts the kept identity of this device's account in place; false when there is none, or it is too old. */
export async function takeKeptIdentity(): Promise<boolean> {
  const account = deviceAccount();
  const identity = account ? await readKept<Identity>(account, NAME) : undefined;
  if (!identity || Date.now() - identity.at > KEPT_FOR) return false;
  setModels(identity.models);
  setSession(identity.session);
  unconfirmed = true;
  return true;
}

export async function forgetIdentity(): Promise<void> {
  const account = deviceAccount();
  if (account) await dropKept(account, NAME);
}
