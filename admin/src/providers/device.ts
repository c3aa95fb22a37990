// What a device remembers between visits in a few words, told to its other windows at once.

const ACCOUNT = 'jiedui:account';
const LEAVING = 'jiedui:leaving';

/** A word kept on the device, or null. A device without storage keeps none. */
export function readWord(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a word; a full or forbidden storage keeps none. */
export function keepWord(key: string, word: string): void {
  try {
    localStorage.setItem(key, word);
  } catch {
    // Whoever asks for it finds nothing, as on a new device.
  }
}

export function dropWord(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}

/** The names under which words are kept. */
export function wordKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** The account that is signed in on this device; null for nobody. */
export const deviceAccount = (): string | null => readWord(ACCOUNT);

export const claimDevice = (account: string): void => keepWord(ACCOUNT, account);

export const releaseDevice = (): void => dropWord(ACCOUNT);

/** Whether somebody has signed out here of whom the server does not know it yet. */
export const isLeaving = (): boolean => readWord(LEAVING) !== null;

export const setLeaving = (leaving: boolean): void => {
  if (leaving) keepWord(LEAVING, 'yes');
  else dropWord(LEAVING);
};

/** Called when another window of this browser has signed out, or in as somebody else. */
export function onAccountElsewhere(listener: () => void): () => void {
  const heard = ({ key, oldValue, newValue }: StorageEvent) => {
    if (key === ACCOUNT && oldValue !== newValue) listener();
  };
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}
