import { createStore, del, getMany, keys, set, type UseStore } from 'idb-keyval';
import type { Chosen } from './upload-queue';

/** Where files go: a field of a record, by its addresses in the API. */
export type UploadPlace = { path: string; id: string; field: string };

/** Whose files they are: a device may be shared. */
export type Owned = UploadPlace & { account: string };

let opened: UseStore | null = null;
const store = (): UseStore => {
  opened ??= createStore('jiedui-uploads', 'files');
  return opened;
};

const SEPARATOR = '|';
const placeKey = ({ account, path, id, field }: Owned) => [account, path, id, field, ''].join(SEPARATOR);

// A browser that keeps nothing (a private window, a full device) still sends from memory.
const nothing = () => {};

let kept = 0;

/** Keeps a chosen file on the device until it has arrived. */
export function keepFile(owned: Owned, file: Chosen): void {
  // Files of one choice come within the same moment.
  kept += 1;
  set(placeKey(owned) + file.key, { ...file, at: Date.now() + kept / 1_000_000 }, store()).catch(nothing);
}

export function dropFile(owned: Owned, key: string): void {
  del(placeKey(owned) + key, store()).catch(nothing);
}

const allKeys = async (): Promise<string[]> => (await keys<string>(store()).catch(() => [])).map(String);

/** The files of a place that an earlier visit has left, in the order in which they were chosen. */
export async function keptFiles(owned: Owned): Promise<Chosen[]> {
  const mine = (await allKeys()).filter((key) => key.startsWith(placeKey(owned)));
  const files = await getMany<Chosen & { at: number }>(mine, store()).catch(() => []);
  return files.flatMap((file) => file ?? []).sort((a, b) => a.at - b.at);
}

/** The places of an account for which files are left. */
export async function keptPlaces(account: string): Promise<UploadPlace[]> {
  const found = new Map<string, UploadPlace>();
  for (const key of await allKeys()) {
    const [owner, path, id, field] = key.split(SEPARATOR);
    if (owner === account && path && id && field) found.set(`${path} ${id} ${field}`, { path, id, field });
  }
  return [...found.values()];
}
