import type { Role } from '../access';
import type { UnmetRule } from '../activity';
import { MACHINES } from '../workflow';

const { clear, announce } = MACHINES.activity.transitions;

/** States of an activity in which something may still be missing before it is announced. */
export const GATED_STATES: readonly string[] = [...clear.from, ...announce.from];

/** What is missing that somebody of the role can supply. */
export const missingFrom = (role: Role, unmet: readonly UnmetRule[]): UnmetRule[] =>
  unmet.filter(({ whoCanSupply }) => whoCanSupply.some((supplier) => supplier === role));
