import type { Words } from '@jiedui/shared/text';
import { fetchBlob } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { fileOf } from '../../ui/editor/pictures';

/** A picture made small enough to go along in a document. */
export type PictureData = { data: Blob; width: number; height: number };

const QUALITY = 0.85;

const UNREAD = {
  zh: '有图片读不出来,请稍后再试。',
  en: 'A picture could not be read; try again later.',
};

/** Why pictures could not be taken along; the browser's own failures are those of reading a picture. */
export const pictureProblem = (error: unknown): Words =>
  error instanceof DOMException ? UNREAD : errorWords(error);

/** Fetches a picture and makes it no wider than this. Throws ApiError. */
export async function pictureData(url: string, widest: number): Promise<PictureData> {
  const { blob } = await fetchBlob(`/files/${fileOf(url)}`);
  const bitmap = await createImageBitmap(blob);
  const scale = Math.min(1, widest / bitmap.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const brush = canvas.getContext('2d');
  if (brush) {
    // A transparent ground would be black in a JPEG.
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  const data = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!data) throw new Error('The picture could not be made smaller');
  return { data, width: canvas.width, height: canvas.height };
}

/** A picture's content as an address of its own. */
export const dataAddress = (data: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read'));
    reader.readAsDataURL(data);
  });
