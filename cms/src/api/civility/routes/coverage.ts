export default {
  routes: [{ method: 'GET', path: '/coverage', handler: 'coverage.find', config: { duty: 'readCoverage' } }],
};
