const route = (method: string, path: string, action: string) => ({
  method,
  path,
  handler: `notification.${action}`,
  config: { access: 'signedIn' },
});

export default {
  routes: [
    route('GET', '/notifications', 'list'),
    route('POST', '/notifications/read', 'read'),
    route('GET', '/notifications/stream', 'stream'),
    route('GET', '/notifications/preferences', 'preferences'),
    route('PUT', '/notifications/preferences', 'choose'),
  ],
};
