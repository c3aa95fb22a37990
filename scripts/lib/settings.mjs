import path from 'node:path';
import { root } from './root.mjs';

/** Where the data of this installation lie. The server reads the same setting by the same rule. */
export function dataDir() {
  return path.resolve(root, process.env.DATA_DIR || '.data');
}

/** Where the office's model lies; by the server's rule too. */
export function modelDir() {
  const { MODEL_DIR } = process.env;
  return MODEL_DIR ? path.resolve(root, MODEL_DIR) : path.join(dataDir(), 'model');
}

/** Certificate and key with which the server speaks https itself; null where it speaks http. */
export function tlsFiles() {
  const { TLS_CERT, TLS_KEY } = process.env;
  return TLS_CERT && TLS_KEY
    ? { cert: path.resolve(root, TLS_CERT), key: path.resolve(root, TLS_KEY) }
    : null;
}

/** The address that people type, from PUBLIC_URL, or from HOST and PORT. */
export function address() {
  const host = process.env.HOST || '127.0.0.1';
  const shown = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const port = Number(process.env.PORT || 1337);
  const url =
    process.env.PUBLIC_URL?.replace(/\/+$/, '') || `${tlsFiles() ? 'https' : 'http'}://${shown}:${port}`;
  return { host, port, shown, url };
}

/** The port of the throw-away copy on which the model is changed; beside the server's own, if not set. */
export const modelPort = () => Number(process.env.MODEL_PORT || address().port + 1);

/** What holds for every process of Strapi that we start: nothing calls home. */
export const QUIET = {
  STRAPI_TELEMETRY_DISABLED: 'true',
  BROWSER: 'none',
  NO_UPDATE_NOTIFIER: '1',
};
