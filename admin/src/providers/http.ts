import axios, { type AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { toApiError } from './errors';
import { currentLocale } from './i18n';

/** Where the API lives: the console's own address. */
export const API_URL = '/api';

// The access token lives here and nowhere else: what is written to storage can be read by any script.
let token: string | null = null;
let refreshing: Promise<boolean> | null = null;
const lostListeners = new Set<() => void>();

export const hasToken = () => token !== null;
export const setToken = (value: string | null) => {
  token = value;
  if (token) for (const go of waiting.splice(0)) go();
};

const waiting: (() => void)[] = [];
const signedInAgain = () => new Promise<void>((resolve) => waiting.push(resolve));

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

async function requestToken(): Promise<boolean> {
  try {
    const { data } = await axios.post<{ jwt: string | null }>(`${API_URL}/auth/refresh`);
    token = data.jwt;
  } catch {
    token = null;
  }
  return token !== null;
}

// Another tab may refresh at the same moment, and the cookie can be used once only.
async function refreshAlone(): Promise<boolean> {
  return navigator.locks ? await navigator.locks.request('jiedui-refresh', requestToken) : requestToken();
}

/** Gets a new access token from the refresh cookie; requests that ask meanwhile share the one answer. */
export function refresh(): Promise<boolean> {
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
  const config = error.config as Retried | undefined;
  const expired = error.response?.status === 401 && config && !config.url?.startsWith('/auth/');
  if (!expired) throw toApiError(error);
  if (!config.retried && (await refresh())) return http({ ...config, retried: true } as Retried);
  for (const listener of lostListeners) listener();
  // What only reads goes on by itself afterwards; what writes is for the person to repeat.
  if (config.method === 'get' && lostListeners.size > 0 && !config.retried) {
    await signedInAgain();
    return http({ ...config, retried: true } as Retried);
  }
  throw toApiError(error);
}

function answer(response: AxiosResponse): AxiosResponse {
  noteVersion(response);
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
  return first.status === 401 && (await refresh()) ? ask() : first;
}
