import { Webhook } from 'standardwebhooks';

/** The headers of a request after the Standard Webhooks specification; every secret in force signs. */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  body: string,
  now: number,
): Record<string, string> {
  const at = new Date(now);
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Jiedui-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
