/**
 * Stands in kept texts for the address of this server, which is only known when somebody asks. No text that people
 * write holds it: it is taken out of theirs.
 */
export const ORIGIN_MARK = '\uFDD0';

/** A kept text with the address of the server in it. */
export const withOrigin = (text: string, origin: string): string => text.replaceAll(ORIGIN_MARK, origin);

/** What people wrote, without the mark. */
export const withoutMark = (text: string): string => text.replaceAll(ORIGIN_MARK, '');
