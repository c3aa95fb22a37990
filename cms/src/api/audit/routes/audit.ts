export default {
  routes: [{ method: 'GET', path: '/audit', handler: 'audit.list', config: { duty: 'readAudit' } }],
};
