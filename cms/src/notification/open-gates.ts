import type { Actor } from '@jiedui/shared/access';
import type { Day } from '@jiedui/shared/calendar';
import type { Notice } from './tell';

export async function openGates(_actor: Actor, _today: Day): Promise<Notice[]> {
  return [];
}
