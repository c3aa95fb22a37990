import { createStore, del, get, set, type UseStore } from 'idb-keyval';

/** What is not on the server yet, with the revision it began from and what the server had then. */
export type KeptDraft<Content> = { content: Content; rev: number; base: Content | null };

let opened: UseStore | null = null;
const store = (): UseStore => {
  opened ??= createStore('jiedui-drafts', 'drafts');
  return opened;
};

// A browser that keeps nothing still has the draft on the screen and sends it from there.
const nothing = () => {};

/** The kept draft, or null. `key` names the account too: a device may be shared. */
export const readDraft = async <Content>(key: string): Promise<KeptDraft<Content> | null> =>
  (await get<KeptDraft<Content>>(key, store()).catch(nothing)) ?? null;

export function keepDraft<Content>(key: string, draft: KeptDraft<Content>): void {
  set(key, draft, store()).catch(nothing);
}

export function dropDraft(key: string): void {
  del(key, store()).catch(nothing);
}
