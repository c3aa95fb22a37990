const WEBHOOK = '/webhooks/:id([a-z0-9]{10,40})';

// Who may do what with which webhook is asked of the matrix, as for its record.
const route = (method: string, path: string, action: string) => ({
  method,
  path,
  handler: `webhook-work.${action}`,
  config: { access: 'signedIn' },
});

export default {
  routes: [
    route('GET', '/webhooks/standing', 'standings'),
    route('GET', `${WEBHOOK}/standing`, 'standing'),
    route('GET', `${WEBHOOK}/deliveries`, 'deliveries'),
    route('POST', `${WEBHOOK}/deliveries/:delivery/replay`, 'replayDelivery'),
    route('POST', `${WEBHOOK}/replay`, 'replay'),
    route('POST', `${WEBHOOK}/test`, 'test'),
    route('POST', `${WEBHOOK}/secret`, 'secret'),
  ],
};
