import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AllowList, readAllowList } from './story/webhooks/allow-list';

// Strapi's PostgreSQL columns carry no time zone and are read in the process's own: hold it at UTC.
process.env.TZ = 'UTC';

const SECRET_NAMES = [
  'appKey',
  'adminJwt',
  'apiTokenSalt',
  'transferTokenSalt',
  'encryptionKey',
  'userJwt',
  'audit',
] as const;

export type Secrets = Record<(typeof SECRET_NAMES)[number], string>;

export type Environment = {
  dataDir: string;
  /** Where the office's model is kept: beside the data, or in a folder that is under version control. */
  modelDir: string;
  /** Where people reach the copy on which the model is changed, behind a proxy; null for its own port on this host. */
  modelUrl: string | null;
  host: string;
  port: number;
  databaseUrl: string | null;
  /** Whether the server speaks https itself, with a certificate of its own. */
  https: boolean;
  /** Whether refresh cookies travel over https only. */
  secureCookies: boolean;
  /** How many proxies in front may be believed about the caller's address. */
  trustProxy: boolean;
  demo: boolean;
  /** Where letters go out and from whom; null where none are sent. */
  smtp: { url: string; from: string } | null;
  /** The address that people type, for links in letters; null where none is known. */
  publicUrl: string | null;
  /** What webhooks may reach of the inner network; nothing unless it is named. */
  webhookAllow: AllowList;
  secrets: Secrets;
};

/** The folder of the whole project: this file also runs from its source, one level higher than when compiled. */
export function projectRoot(from: string): string {
  if (existsSync(path.join(from, 'cms/package.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error(`No project above ${__dirname}`);
  return projectRoot(above);
}

let environment: Environment | null = null;

/** The settings of this process, read once. Throws one readable list of what is wrong. */
export function readEnvironment(): Environment {
  environment ??= parse(process.env);
  return environment;
}

function parse(env: NodeJS.ProcessEnv): Environment {
  const wrong: string[] = [];
  const port = Number(env.PORT ?? 1337);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    wrong.push(`PORT is not a port number: ${env.PORT}`);
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    wrong.push('DATABASE_URL must begin with postgres://');
  }
  for (const name of ['DEMO', 'SECURE_COOKIES', 'TRUST_PROXY']) {
    if (env[name] && !['on', 'off'].includes(env[name]))
      wrong.push(`${name} must be on or off: ${env[name]}`);
  }
  if (env.SMTP_URL && !/^smtps?:\/\//.test(env.SMTP_URL))
    wrong.push('SMTP_URL must begin with smtp:// or smtps://');
  if (env.SMTP_URL && !env.MAIL_FROM?.includes('@')) wrong.push('MAIL_FROM must be set where SMTP_URL is');
  if (env.PUBLIC_URL && !/^https?:\/\//.test(env.PUBLIC_URL))
    wrong.push('PUBLIC_URL must begin with http:// or https://');
  if (env.MODEL_URL && !/^https?:\/\//.test(env.MODEL_URL))
    wrong.push('MODEL_URL must begin with http:// or https://');
  const https = Boolean(env.TLS_CERT);
  if (https !== Boolean(env.TLS_KEY)) wrong.push('TLS_CERT and TLS_KEY must be set together');
  if (https && env.SECURE_COOKIES === 'off') wrong.push('SECURE_COOKIES cannot be off where TLS_CERT is set');
  const webhooks = readAllowList(env.WEBHOOK_ALLOW ?? '');
  for (const entry of webhooks.wrong)
    wrong.push(`WEBHOOK_ALLOW names neither a host nor a range of addresses: ${entry}`);
  if (wrong.length > 0) throw new Error(`The settings are not usable:\n- ${wrong.join('\n- ')}`);
  const dataDir = path.resolve(projectRoot(__dirname), env.DATA_DIR || '.data');
  return {
    dataDir,
    modelDir: env.MODEL_DIR
      ? path.resolve(projectRoot(__dirname), env.MODEL_DIR)
      : path.join(dataDir, 'model'),
    modelUrl: env.MODEL_URL?.replace(/\/+$/, '') || null,
    host: env.HOST || '127.0.0.1',
    port,
    databaseUrl,
    https,
    secureCookies: env.SECURE_COOKIES ? env.SECURE_COOKIES === 'on' : https,
    trustProxy: env.TRUST_PROXY === 'on',
    demo: env.DEMO !== 'off',
    smtp: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM ?? '' } : null,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') || null,
    webhookAllow: webhooks.list,
    secrets: readSecrets(dataDir),
  };
}

/**
 * What lies in the data folder is for the account alone under which the server runs. Only folders that are its own, and
 * none that was made for everybody, as /tmp is.
 */
function keepPrivate(folder: string): void {
  const { uid, mode } = statSync(folder);
  const isShared = (mode & 0o1000) !== 0;
  if (uid === process.getuid?.() && !isShared && (mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

/** Secrets are made on the first run and kept beside the data, readable to the owner only. */
function readSecrets(dataDir: string): Secrets {
  mkdirSync(path.join(dataDir, 'public/uploads'), { recursive: true, mode: 0o700 });
  for (const folder of ['', 'public', 'public/uploads']) keepPrivate(path.join(dataDir, folder));
  const file = path.join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const fresh = Object.fromEntries(
      SECRET_NAMES.map((name) => [name, randomBytes(32).toString('base64url')]),
    );
    try {
      writeFileSync(file, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of the same installation was first: use its secrets.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  const missing = SECRET_NAMES.filter((name) => !secrets[name]);
  if (missing.length > 0) throw new Error(`${file} lacks: ${missing.join(', ')}`);
  return secrets as Secrets;
}
