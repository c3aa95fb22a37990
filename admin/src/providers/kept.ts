import { createStore, del, delMany, get, keys, set, type UseStore, update } from 'idb-keyval';
import { deviceAccount } from './device';

// What an account has read and may need without a network. Keys begin with the account: a device may be shared.

let opened: UseStore | null = null;
const store = (): UseStore => {
  opened ??= createStore('jiedui-kept', 'kept');
  return opened;
};

const keyOf = (account: string, name: string) => `${account}|${name}`;
const ownerOf = (key: string) => key.slice(0, key.indexOf('|'));

// A browser that keeps nothing (a private window, a full device) works as long as there is a network.
const nothing = () => undefined;

const allKeys = async (): Promise<string[]> => (await keys<string>(store()).catch(() => [])).map(String);

/** Keeps something of the account that is signed in here; of nobody else, so that a late answer leaves no trace. */
export const keep = (account: string, name: string, value: unknown): Promise<void> =>
  keepAs(account, name, (key) => set(key, value, store()));

/**
 * Keeps what `choose` makes of what is kept already. Nothing else is kept between its reading and its writing, also by
 * another window: of two at once each sees the other.
 */
export const keepChosen = <T>(
  account: string,
  name: string,
  choose: (before: T | undefined) => T,
): Promise<void> => keepAs(account, name, (key) => update<T>(key, choose, store()));

async function keepAs(account: string, name: string, write: (key: string) => Promise<void>): Promise<void> {
  if (deviceAccount() !== account) return;
  await write(keyOf(account, name)).catch(nothing);
  // Signed out meanwhile, perhaps in another window: the wiping may have come first.
  if (deviceAccount() !== account) await dropKept(account, name);
}

export const readKept = <T>(account: string, name: string): Promise<T | undefined> =>
  get<T>(keyOf(account, name), store()).catch(nothing);

export const dropKept = (account: string, name: string): Promise<void> =>
  del(keyOf(account, name), store()).catch(nothing);

/** The names of what is kept of an account, those that begin with `prefix`. */
export async function keptNames(account: string, prefix: string): Promise<string[]> {
  const names = (await allKeys())
    .filter((key) => ownerOf(key) === account)
    .map((key) => key.slice(account.length + 1));
  return names.filter((name) => name.startsWith(prefix));
}

/** Removes what is kept of everybody but this account; of everybody for null. */
export async function wipeKept(except: string | null): Promise<void> {
  await delMany(
    (await allKeys()).filter((key) => ownerOf(key) !== except),
    store(),
  ).catch(nothing);
}
