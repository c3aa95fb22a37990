import { ROLES, type Role, type RowRule } from '../access';
import { type BaseTypes, type ModelSet, resourceOfUid } from '../model';
import { enumWords, type Words } from '../text';
import { Labels } from './labels';

/** Where fields are: in a type or in a component, of the program or of the office. */
export type Owner = { uid: string; resource: string; component: boolean; program: boolean };

export const typeOwner = (uid: string, program: boolean): Owner => ({
  uid,
  resource: resourceOfUid(uid),
  component: false,
  program,
});

export const componentOwner = (uid: string): Owner => ({
  uid,
  resource: uid,
  component: true,
  program: false,
});

/** The words of a model for the sentences of a plan. */
export class Names {
  readonly #base: BaseTypes;
  readonly #set: ModelSet;
  readonly #labels: Labels;

  constructor(base: BaseTypes, set: ModelSet) {
    this.#base = base;
    this.#set = set;
    this.#labels = new Labels(set);
  }

  type(uid: string): Words {
    const schema = this.#base[uid] ?? this.#set.types[uid] ?? this.#set.components[uid];
    const resource = this.#set.components[uid] ? uid : resourceOfUid(uid);
    return this.#labels.ofType(uid, resource, schema?.info.displayName ?? '');
  }

  field({ uid, resource }: Owner, field: string): Words {
    return this.#labels.ofField(uid, resource, field);
  }

  option({ resource }: Owner, field: string, option: string): Words {
    return this.#labels.ofOption(resource, field, option);
  }
}

const roleWords = (role: Role): Words => enumWords('staff', 'role', role);

/** The roles one after the other; said so when there are none. */
export function rolesWords(roles: readonly Role[]): Words {
  if (roles.length === 0) return { zh: '无人', en: 'nobody' };
  if (roles.length === ROLES.length) return { zh: '所有角色', en: 'every role' };
  const words = roles.map(roleWords);
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

/** Each role with its rows. */
export function rowsWords(rules: Partial<Record<Role, RowRule>> | undefined): Words {
  const given = ROLES.filter((role) => rules?.[role] !== undefined);
  if (given.length === 0) return { zh: '无人', en: 'nobody' };
  const words = given.map((role) => {
    const { zh, en } = roleWords(role);
    return rules?.[role] === 'all'
      ? { zh: `${zh}(全部记录)`, en: `${en} (all records)` }
      : { zh: `${zh}(与其有关的记录)`, en: `${en} (records that concern them)` };
  });
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
