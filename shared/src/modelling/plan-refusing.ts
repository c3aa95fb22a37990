import { type Attribute, type BaseTypes, type ModelSet, STAFF_UID } from '../model';
import type { PlanSubject } from './plan-entry';
import type { Names } from './plan-names';

type Refuse = (code: string, subject: PlanSubject, zh: string, en: string) => void;

/** A model while it is looked through: the program's types, the office's, what they are called, and where to say no. */
export type Refusing = { base: BaseTypes; after: ModelSet; names: Names; refuse: Refuse };

/** The fields of a type as they would be, of the program and of the office; null where there is no such type. */
export function attributesOf(
  { base, after }: Pick<Refusing, 'base' | 'after'>,
  uid: string,
): Record<string, Attribute> | null {
  if (uid === STAFF_UID) return {};
  const own = after.types[uid]?.attributes;
  if (own) return own;
  const program = base[uid]?.attributes;
  return program ? { ...after.fields[uid], ...program } : null;
}
