import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const FORM = 'v1.';

/** The key under which secrets of webhooks lie in the database, made from one of the installation's own. */
export const sealingKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'webhook secrets', 32));

/** A secret as the Standard Webhooks specification writes it. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Seals a secret for one webhook: what is copied to another row cannot be opened there. */
export function sealSecret(key: Buffer, webhook: number, secret: string): string {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(String(webhook)));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return FORM + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

export function openSecret(key: Buffer, webhook: number, text: string): string {
  const bytes = Buffer.from(text.slice(FORM.length), 'base64url');
  const body = IV_LENGTH + TAG_LENGTH;
  const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_LENGTH))
    .setAAD(Buffer.from(String(webhook)))
    .setAuthTag(bytes.subarray(IV_LENGTH, body));
  return Buffer.concat([cipher.update(bytes.subarray(body)), cipher.final()]).toString('utf8');
}
