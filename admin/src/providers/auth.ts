import type { AuthProvider } from '@refinedev/core';
import { loadModels } from '../models/store';
import { claimDevice, deviceAccount, isLeaving, releaseDevice, setLeaving } from './device';
import { ApiError, errorWords, toApiError } from './errors';
import { hasToken, http, loseSession, refresh, setToken } from './http';
import { currentLocale } from './i18n';
import { wipeKept } from './kept';
import { forgetIdentity, isUnconfirmed, keepIdentity, takeKeptIdentity } from './kept-identity';
import { isUnanswered } from './send-once';
import { getSession, loadSession } from './session';

export const SIGN_IN = '/sign-in';

type Credentials = { identifier: string; password: string };

/** Signs in and loads the session. Throws ApiError (BAD_CREDENTIALS, TOO_MANY_TRIES …). */
export async function signIn(credentials: Credentials): Promise<void> {
  await tellOfLeaving();
  const { data } = await http.post<{ jwt: string }>('/auth/local', credentials);
  setLeaving(false);
  setToken(data.jwt);
  await loadAll();
}

/** Who is signed in and what the models look like to them: everything that a page is drawn by. */
async function loadAll(): Promise<void> {
  const [session] = await Promise.all([loadSession(), loadModels()]);
  const { documentId } = session.actor;
  if (deviceAccount() !== documentId) await wipeKept(documentId);
  claimDevice(documentId);
  await keepIdentity(session);
}

/** Changes the password and goes on with the new token. Throws ApiError. */
export async function changePassword(values: {
  currentPassword: string;
  password: string;
  passwordConfirmation: string;
}): Promise<void> {
  const { data } = await http.post<{ jwt: string }>('/auth/change-password', values);
  setToken(data.jwt);
}

let restoring: Promise<boolean> | null = null;

async function restoreOnce(): Promise<boolean> {
  if (!(await tellOfLeaving())) return false;
  const renewal = hasToken() ? 'renewed' : await refresh();
  if (renewal === 'ended') {
    await forgetIdentity();
    return false;
  }
  if (getSession()) return true;
  try {
    if (renewal === 'unreachable') throw new ApiError('NETWORK', 0, '');
    await loadAll();
    return true;
  } catch (error) {
    if (!isUnanswered(error)) return false;
    if (await takeKeptIdentity()) return true;
    throw error;
  }
}

/** Tells the server of a sign-out that it could not be told of then; false while it still cannot. */
async function tellOfLeaving(): Promise<boolean> {
  if (!isLeaving()) return true;
  try {
    await http.post('/auth/logout');
  } catch (error) {
    // Only who is no longer signed in has nothing left to be told.
    if (toApiError(error).statusCode !== 401) return false;
  }
  setLeaving(false);
  return true;
}

/**
 * Signs out on this device: what it keeps of the account goes, but for edits that were never sent. Where the server
 * cannot be told, it is told before anything else at the next visit.
 */
export async function signOut(): Promise<void> {
  setLeaving(true);
  releaseDevice();
  await Promise.all([wipeKept(null), tellOfLeaving()]);
  // A full load also drops what the last person has seen from memory.
  window.location.assign(SIGN_IN);
}

/** After a visit that began without a network: asks the server who is signed in, now that it can be reached. */
export async function confirmSession(): Promise<boolean> {
  if (hasToken() && !isUnconfirmed()) return true;
  const renewal = hasToken() ? 'renewed' : await refresh();
  if (renewal === 'ended') loseSession();
  if (renewal !== 'renewed') return false;
  const before = getSession()?.actor;
  await loadAll();
  const now = getSession()?.actor;
  // The page was drawn for somebody else, or for other rights.
  if (before && (before.documentId !== now?.documentId || before.role !== now.role)) window.location.reload();
  return true;
}

/**
 * Whether somebody is signed in; after a page load the refresh cookie answers, without a network what the device
 * keeps of who was. Throws ApiError when nothing answers.
 */
export function restoreSession(): Promise<boolean> {
  restoring ??= restoreOnce().finally(() => {
    restoring = null;
  });
  return restoring;
}

export const authProvider: AuthProvider = {
  async login(credentials: Credentials) {
    try {
      await signIn(credentials);
      return { success: true };
    } catch (error) {
      const message = errorWords(error)[currentLocale()];
      return { success: false, error: { ...toApiError(error), name: message, message } };
    }
  },
  async logout() {
    await signOut();
    return { success: true };
  },
  async check() {
    const authenticated = await restoreSession().catch(() => false);
    return authenticated ? { authenticated } : { authenticated, redirectTo: SIGN_IN };
  },
  // An ended session opens a dialog over the page, so that what was typed stays.
  onError: async () => ({}),
  async getIdentity() {
    const actor = getSession()?.actor;
    return actor ? { id: actor.documentId, name: actor.displayName, role: actor.role } : null;
  },
  getPermissions: async () => getSession()?.actor.role ?? null,
};
