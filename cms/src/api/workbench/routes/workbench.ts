export default {
  routes: [{ method: 'GET', path: '/workbench', handler: 'workbench.show', config: { access: 'signedIn' } }],
};
