import type { ReactNode } from 'react';

/** How a word is coloured. The word itself always says what the colour says. */
export type Tone = 'neutral' | 'blue' | 'green' | 'amber' | 'red';

const TONES: Record<string, Tone> = {
  planned: 'neutral',
  cleared: 'blue',
  announced: 'blue',
  held: 'amber',
  reported: 'amber',
  verified: 'green',
  returned: 'red',
  cancelled: 'neutral',
  proposed: 'amber',
  reviewed: 'blue',
  listed: 'green',
  retired: 'neutral',
  draft: 'neutral',
  adopted: 'green',
  open: 'amber',
  closed: 'green',
  submitted: 'amber',
  forwarded: 'amber',
  accepted: 'green',
  agreed: 'green',
  unitProposed: 'amber',
  siteProposed: 'amber',
  approved: 'blue',
  published: 'green',
  edited: 'blue',
  scheduled: 'blue',
  correcting: 'amber',
  corrected: 'green',
  pending: 'amber',
  given: 'green',
  withdrawn: 'neutral',
};

/** The colour of a state; neutral for one that has none of its own. */
export const toneOf = (state: string): Tone => TONES[state] ?? 'neutral';

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
