import { inject } from 'vitest';

/** The API as the account of a role uses it meanwhile. */
export const asRole = (role: string) => asAccount(inject('district').accounts[role]);

/** The API as somebody uses it meanwhile. */
export async function asAccount(account: { username: string; password: string } | undefined) {
  const { url } = inject('district');
  const call = async (method: string, path: string, body?: object, headers: object = {}) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    // What was deleted answers with nothing.
    return (answer.status === 204 ? {} : await answer.json()) as {
      jwt: string;
      data: { documentId: string; rev: number } & Record<string, unknown>;
    };
  };
  const { jwt } = await call('POST', '/auth/local', {
    identifier: account?.username,
    password: account?.password,
  });
  const signed = { Authorization: `Bearer ${jwt}` };
  return (method: string, path: string, body?: object, rev?: number) =>
    call(method, path, body, { ...signed, ...(rev ? { 'If-Match': `"${rev}"` } : {}) });
}
