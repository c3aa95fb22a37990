import { isAxiosError } from 'axios';
import { toApiError } from './errors';
import { http } from './http';

/** The name that the server gives a file; RFC 5987's `filename*` first, for Chinese names. */
export function fileNameOf(disposition: string | undefined, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? fallback;
}

/** Fetches a guarded file: it needs the access token, so a plain link would not open it. Throws ApiError. */
export async function fetchBlob(url: string): Promise<{ blob: Blob; disposition: string | undefined }> {
  try {
    const answer = await http.get<Blob>(url, { responseType: 'blob' });
    const disposition: unknown = answer.headers['content-disposition'];
    return { blob: answer.data, disposition: typeof disposition === 'string' ? disposition : undefined };
  } catch (error) {
    throw isAxiosError(error) ? toApiError(error) : error;
  }
}

/** Fetches a file and hands it to the browser to save. Throws ApiError. */
export async function download(url: string, fallbackName: string): Promise<void> {
  const { blob, disposition } = await fetchBlob(url);
  saveBlob(blob, fileNameOf(disposition, fallbackName));
}

/** Hands content to the browser to save under a name. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
