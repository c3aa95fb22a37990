/** The day at which the demonstration lives: the Wednesday of the focus week of November 2022. */
export const DEMO_DAY = '2022-11-16';

/** A name that nobody takes for a real one. */
export const marked = (name: string): string => `${name}（示例）`;

/** Values of an invented record: marked as such in the record itself. */
export const example = <T extends object>(values: T): T & { example: true } => ({ ...values, example: true });
