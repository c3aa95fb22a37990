import slugify from '@sindresorhus/slugify';
import type { Knex } from 'knex';
import { customAlphabet } from 'nanoid';
import { hashPassword } from '../guard/passwords';
import type { Model } from '../read/model';
import type { Values } from './column-values';

const tail = customAlphabet('abcdefghijkmnpqrstuvwxyz23456789', 6);

/**
 * What the server makes of an input that has been found right: an address (`uid`) where none was given for a new
 * record, and the hash of a password. Accounts have their own way.
 */
export async function withMadeValues(
  trx: Knex.Transaction,
  model: Model,
  values: Values,
  isNew: boolean,
): Promise<Values> {
  if (model.resource === 'staff') return values;
  const made = { ...values };
  for (const { name, column, attribute } of model.columns.values()) {
    if (attribute.type === 'password' && typeof values[name] === 'string')
      made[name] = await hashPassword(values[name]);
    if (attribute.type === 'uid' && isNew && !values[name]) {
      const source = attribute.targetField ? values[attribute.targetField] : null;
      made[name] = await freeUid(trx, model, column, typeof source === 'string' ? source : '');
    }
  }
  return made;
}

/** Whether new records get an address made of their text. */
export const makesAddresses = ({ columns }: Model): boolean =>
  [...columns.values()].some(({ attribute }) => attribute.type === 'uid');

/** An address made of a text; one that is taken, or a text without letters of the alphabet, gets a random tail. */
async function freeUid(trx: Knex.Transaction, model: Model, column: string, text: string): Promise<string> {
  const base = slugify(text).slice(0, 100) || model.resource;
  const taken = await trx(model.table)
    .where({ [column]: base })
    .first('id');
  return taken ? `${base}-${tail()}` : base;
}
