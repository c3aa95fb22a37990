import { MACHINES } from '../workflow';

/** The state in which a consumer reads, and its webhooks are told. */
export const CONSUMER_IN_USE = MACHINES['api-consumer'].initial;
