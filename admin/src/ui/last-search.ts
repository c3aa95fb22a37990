const searches = new Map<string, string>();

/** Keeps how a page was last looked at: its filters, order and page, as they stand in the address. */
export function rememberSearch(pathname: string, search: string): void {
  searches.set(pathname, search);
}

/** The way back to a list as it was left. */
export const lastAddress = (pathname: string): string => pathname + (searches.get(pathname) ?? '');
