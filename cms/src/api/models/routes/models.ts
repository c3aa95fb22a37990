export default {
  routes: [{ method: 'GET', path: '/models', handler: 'models.show', config: { access: 'signedIn' } }],
};
