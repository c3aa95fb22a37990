import type { AuthProvider } from '@refinedev/core';
import { loadModels } from '../models/store';
import { errorWords, toApiError } from './errors';
import { hasToken, http, refresh, setToken } from './http';
import { currentLocale } from './i18n';
import { getSession, loadSession } from './session';

export const SIGN_IN = '/sign-in';

type Credentials = { identifier: string; password: string };

/** Signs in and loads the session. Throws ApiError (BAD_CREDENTIALS, TOO_MANY_TRIES …). */
export async function signIn(credentials: Credentials): Promise<void> {
  const { data } = await http.post<{ jwt: string }>('/auth/local', credentials);
  setToken(data.jwt);
  await loadAll();
}

/** Who is signed in and what the models look like to them: everything that a page is drawn by. */
const loadAll = () => Promise.all([loadSession(), loadModels()]);

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
  if (!hasToken() && !(await refresh())) return false;
  if (!getSession()) await loadAll();
  return true;
}

/** Whether somebody is signed in; after a page load the refresh cookie answers. */
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
    await http.post('/auth/logout').catch(() => undefined);
    // A full load also drops what the last person has seen from memory.
    window.location.assign(SIGN_IN);
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
