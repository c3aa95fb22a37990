const route = (method: string, path: string, action: string, access: 'signedIn' | 'public' = 'signedIn') => ({
  method,
  path,
  handler: `calendar.${action}`,
  config: { access },
});

export default {
  routes: [
    route('GET', '/calendar', 'show'),
    route('GET', '/calendar/clashes', 'clashes'),
    route('GET', '/calendar/feeds', 'feeds'),
    route('POST', '/calendar/feeds', 'subscribe'),
    route('DELETE', '/calendar/feeds/:id', 'revoke'),
    route('GET', '/calendar/feed/:token([A-Za-z0-9_-]{20,60}).ics', 'feed', 'public'),
  ],
};
