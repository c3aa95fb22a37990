const route = (path: string, action: string) => ({
  method: 'GET',
  path,
  handler: `filings.${action}`,
  config: { duty: 'readFilings' },
});

export default {
  routes: [
    route('/filings', 'overview'),
    route('/filings/parties', 'parties'),
    route('/filings/own', 'own'),
    route('/filings/figures', 'figures'),
  ],
};
