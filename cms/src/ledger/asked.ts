import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import type { CadenceRule } from '@jiedui/shared/programme';
import { Refusal } from '../guard/errors';
import { fromReader, type Run } from '../read/run';
import { type Edition, editionOf } from './edition';
import { maySee } from './parties';

/** The rule that is asked for, as the edition in force has it. */
export type Asked = { edition: Edition; rule: CadenceRule; ruleNo: number };

/** The edition that is read: the newest that is complete; null before the first was counted. */
export async function currentEdition(run: Run = fromReader): Promise<Edition | null> {
  const rows = await run('SELECT id, content, complete FROM ledger_editions ORDER BY id DESC LIMIT 5', []);
  return rows.map((row) => editionOf(row as never)).find(({ complete }) => complete) ?? null;
}

/** The rules whose ledger the actor may see. */
export const rulesFor = (actor: Actor, edition: Edition | null): CadenceRule[] =>
  edition?.rules.filter(({ who }) => maySee(actor, who.per)) ?? [];

/** Reads which rule is asked for; refuses one that is not in force or not for the actor. */
export async function askedRule(actor: Actor, query: Record<string, unknown>): Promise<Asked> {
  const edition = await currentEdition();
  const code = String(query.rule ?? '');
  const ruleNo = edition?.rules.findIndex((rule) => rule.code === code) ?? -1;
  const rule = edition?.rules[ruleNo];
  if (!edition || !rule || !maySee(actor, rule.who.per)) {
    const words = { zh: '没有这条频次规则,请重新选择。', en: 'There is no such rule; choose again.' };
    throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['rule'], 'BAD_QUERY', words)] });
  }
  return { edition, rule, ruleNo };
}
