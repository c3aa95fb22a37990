type Copied = { html: string; plain: string };

/** The browser lets no page put anything on the clipboard. */
export class CopyRefused extends Error {}

/**
 * Puts formatted text on the clipboard, with its plain form for where only that can be pasted. It may still be in the
 * making: some browsers let a page copy only at the very click, not when the text is ready. Throws what stopped the
 * making of it, or CopyRefused.
 */
export async function copyHtml(making: Promise<Copied>): Promise<void> {
  if (await copiedByClipboard(making)) return;
  if (!copiedByEvent(await making)) throw new CopyRefused();
}

async function copiedByClipboard(making: Promise<Copied>): Promise<boolean> {
  // There is no clipboard for scripts on a page without https, and some browsers refuse one type.
  if (!navigator.clipboard?.write || typeof ClipboardItem === 'undefined') return false;
  const part = (type: string, of: (copied: Copied) => string) =>
    making.then((copied) => new Blob([of(copied)], { type }));
  try {
    const item = new ClipboardItem({
      'text/html': part('text/html', ({ html }) => html),
      'text/plain': part('text/plain', ({ plain }) => plain),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/** The older way: the browser's own copying, with what is copied replaced. */
function copiedByEvent({ html, plain }: Copied): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
  };
  document.addEventListener('copy', put);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put);
  }
}
