type Copied = { html: string; plain: string };

const blob = (text: string, type: string) => new Blob([text], { type });

/** Puts formatted text on the clipboard, with its plain form for where only that can be pasted. */
export async function copyHtml({ html, plain }: Copied): Promise<void> {
  // There is no clipboard for scripts on a page without https, and some browsers refuse one type.
  if (navigator.clipboard?.write && typeof ClipboardItem !== 'undefined') {
    const item = new ClipboardItem({
      'text/html': blob(html, 'text/html'),
      'text/plain': blob(plain, 'text/plain'),
    });
    const done = await navigator.clipboard.write([item]).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  if (!copiedByEvent({ html, plain })) throw new Error('The browser does not let a page copy');
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
