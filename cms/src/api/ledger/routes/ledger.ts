const route = (path: string, action: string) => ({
  method: 'GET',
  path,
  handler: `ledger.${action}`,
  config: { duty: 'readLedger' },
});

export default {
  routes: [
    route('/ledger', 'overview'),
    route('/ledger/rules', 'rules'),
    route('/ledger/cells', 'cells'),
    route('/ledger/cell', 'cell'),
    route('/ledger/due', 'due'),
    route('/ledger/due/parties', 'dueParties'),
    route('/ledger/categories', 'categories'),
    route('/ledger/export', 'export'),
  ],
};
