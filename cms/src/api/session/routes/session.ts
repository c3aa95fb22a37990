export default {
  routes: [
    { method: 'POST', path: '/auth/local', handler: 'session.signIn', config: { access: 'public' } },
    { method: 'POST', path: '/auth/refresh', handler: 'session.refresh', config: { access: 'public' } },
    { method: 'POST', path: '/auth/logout', handler: 'session.signOut', config: { access: 'public' } },
    {
      method: 'POST',
      path: '/auth/change-password',
      handler: 'session.changePassword',
      config: { access: 'signedIn' },
    },
    { method: 'GET', path: '/session', handler: 'session.show', config: { access: 'signedIn' } },
  ],
};
