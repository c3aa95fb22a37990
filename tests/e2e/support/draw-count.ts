import type { Page } from 'playwright-core';

/**
 * Runs in the page before React does and notes, at every commit, which rows of a sheet were drawn again: those whose
 * component did work (flag 1). A subtree whose first child is the one from before was not touched.
 */
const WATCH = `
  window.drawnRows = [];
  const isRow = (fiber) => fiber?.type === 'li' && String(fiber.memoizedProps?.className).startsWith('sheet-row');
  const walk = (fiber) => {
    const before = fiber.alternate;
    if (before && (fiber.flags & 1) && isRow(fiber.child)) window.drawnRows.push(fiber.child.memoizedProps.id);
    if (before && before.child === fiber.child) return;
    for (let child = fiber.child; child; child = child.sibling) walk(child);
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot: (_id, root) => walk(root.current),
  };
`;

/** Has to be called before the page is opened. */
export const watchRows = (page: Page) => page.addInitScript(WATCH);

/** The rows drawn again since the last call, each as often as it was. */
export const takeDrawnRows = (page: Page) => page.evaluate('window.drawnRows.splice(0)') as Promise<string[]>;
