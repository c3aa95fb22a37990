import { expect, it } from 'vitest';
import { type DeliveryState, isReceived, isWaiting } from './deliveries';

it.each<[DeliveryState, boolean, boolean]>([
  ['waiting', true, false],
  ['delivered', false, true],
  ['givenUp', false, false],
  ['dropped', false, false],
])('%s: waiting %s, received %s', (state, waiting, received) => {
  expect(isWaiting(state)).toBe(waiting);
  expect(isReceived(state)).toBe(received);
});
