import axios, { type AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { deviceAccount } from './device';
import { ApiError, toApiError } from './errors';
import { currentLocale } from './i18n';
import { noteAnswer } from './line';
import { isUnanswered } from './send-once';
import { getSession } from './session';

/** Where the API lives: the console's own address. */
export const API_URL = '/api';

/** What became of asking for a new access token: there is one, nobody is signed in any more, or nobody knows. */
export type Renewal = 'renewed' | 'ended' | 'unreachable';

// The access token lives here and nowhere else: what is written to storage can be read by any script.
let token: string | null = null;
let refreshing: Promise<Renewal> | null = null;
const lostListeners = new Set<() => void>();

export const hasToken = () => token !== null;
export const setToken = (value: string | null) => {
  token = value;
  if (!token) return;
  for (const go of waiting.splice(0)) go();
  for (const listener of signedInListeners) listener();
};

const signedInListeners = new Set<() => void>();

/** Called when the person of a session that had ended has signed in again over the page. */
export function onSignedIn(listener: () => void): () => void {
  signedInListeners.add(listener);
  return () => signedInListeners.delete(listener);
}

const waiting: (() => void)[] = [];
const signedInAgain = () => new Promise<void>((resolve) => waiting.push(resolve));

/** The session is over: whoever shows pages asks for the password. */
export function loseSession(): void {
  for (const listener of lostListeners) listener();
}

/** Called when a request finds that the session is over and cannot be refreshed. */
export function onSessionLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}

export const http = axios.create({ baseURL: API_URL });

const versionListeners = new Set<(version: string) => void>();

/** Called with the version of the model by which the server has answered. */
export function onModelVersion(listener: (version: string) => void): void {
  versionListeners.add(listener);
}

function noteVersion(response: AxiosResponse | undefined): void {
  const version: unknown = response?.headers['x-model-version'];
  if (typeof version === 'string') for (const listener of versionListeners) listener(version);
}

async function requestToken(): Promise<Renewal> {
  if (isSomebodyElses()) {
    // The cookie is that other person's by now, and so would the token be.
    window.location.reload();
    return new Promise(() => undefined);
  }
  try {
    const { data } = await axios.post<{ jwt: string | null }>(`${API_URL}/auth/refresh`);
    token = data.jwt;
    noteAnswer(true);
  } catch (error) {
    token = null;
    noteAnswer(!isUnanswered(error));
    if (isUnanswered(error)) return 'unreachable';
  }
  return token === null ? 'ended' : 'renewed';
}

/** Whether somebody else has signed in on this device since this window was opened; it may have slept meanwhile. */
function isSomebodyElses(): boolean {
  const [mine, now] = [getSession()?.actor.documentId, deviceAccount()];
  return mine !== undefined && now !== null && mine !== now;
}

// Another tab may refresh at the same moment, and the cookie can be used once only.
async function refreshAlone(): Promise<Renewal> {
  return navigator.locks ? await navigator.locks.request('jiedui-refresh', requestToken) : requestToken();
}

/** Gets a new access token from the refresh cookie; requests that ask meanwhile share the one answer. */
export function refresh(): Promise<Renewal> {
  refreshing ??= refreshAlone().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

http.interceptors.request.use((config) => {
  config.headers.set('Accept-Language', currentLocale() === 'zh' ? 'zh-CN' : 'en');
  if (token) config.headers.set('Authorization', `Bearer ${token}`);
  return config;
});

type Retried = InternalAxiosRequestConfig & { retried?: boolean };

async function answerError(error: AxiosError) {
  noteVersion(error.response);
  if (!axios.isCancel(error)) noteAnswer(!isUnanswered(error));
  const config = error.config as Retried | undefined;
  const expired = error.response?.status === 401 && config && !config.url?.startsWith('/auth/');
  if (!expired) throw toApiError(error);
  const renewal = config.retried ? 'ended' : await refresh();
  if (renewal === 'renewed') return http({ ...config, retried: true } as Retried);
  if (renewal === 'unreachable') throw new ApiError('NETWORK', 0, '');
  loseSession();
  // What only reads goes on by itself afterwards; what writes is for the person to repeat.
  if (config.method === 'get' && lostListeners.size > 0 && !config.retried) {
    await signedInAgain();
    return http({ ...config, retried: true } as Retried);
  }
  throw toApiError(error);
}

function answer(response: AxiosResponse): AxiosResponse {
  noteVersion(response);
  noteAnswer(true);
  return response;
}

http.interceptors.response.use(answer, answerError);

/** For answers that come bit by bit, which axios does not read: `fetch` with the session, renewed once if it is over. */
export async function streamFetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const ask = () =>
    fetch(url, {
      ...init,
      headers: { ...init.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    });
  const first = await ask();
  return first.status === 401 && (await refresh()) === 'renewed' ? ask() : first;
}
