const CONSUMER = '/api-consumers/:id([a-z0-9]{10,40})';

const route = (method: string, path: string, action: string) => ({
  method,
  path,
  handler: `consumer-work.${action}`,
  config: { access: 'signedIn' },
});

export default {
  routes: [
    route('GET', '/api-consumers/standings', 'standings'),
    route('GET', `${CONSUMER}/usage`, 'usage'),
    route('GET', `${CONSUMER}/tokens`, 'tokens'),
    route('POST', `${CONSUMER}/tokens`, 'makeToken'),
    route('DELETE', `${CONSUMER}/tokens/:token`, 'endToken'),
  ],
};
