import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newSecret, openSecret, sealingKey, sealSecret } from './secrets';
import { signedHeaders } from './signature';

const key = sealingKey('one secret of the installation');

describe('a sealed secret', () => {
  it('opens with the same key, for the same webhook, untouched', () => {
    const secret = newSecret();
    const sealed = sealSecret(key, 7, secret);
    expect(sealed).not.toContain(secret.slice(6, 20));
    expect(openSecret(key, 7, sealed)).toBe(secret);
    expect(sealSecret(key, 7, secret)).not.toBe(sealed);
    expect(() => openSecret(key, 8, sealed)).toThrow();
    expect(() => openSecret(sealingKey('another'), 7, sealed)).toThrow();
    const spoilt = sealed.slice(0, -4) + (sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    expect(() => openSecret(key, 7, spoilt)).toThrow();
  });
});

describe('the signature', () => {
  const id = 'msg_1';
  const body = '{"type":"ping"}';

  it('is that of the specification, by the package and by hand', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const now = Date.now();
    const headers = signedHeaders([secret], id, body, now);
    expect(new Webhook(secret).verify(body, headers)).toEqual({ type: 'ping' });
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    const seconds = String(Math.floor(now / 1000));
    const by = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'));
    const hand = by.update(`${id}.${seconds}.${body}`).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${hand}`);
    expect(headers['webhook-timestamp']).toBe(seconds);
  });

  it('is made with the former secret too while it holds', () => {
    const secrets = [newSecret(), newSecret()];
    const headers = signedHeaders(secrets, id, body, Date.now());
    for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
  });
});
