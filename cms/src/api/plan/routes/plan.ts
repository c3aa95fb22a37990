export default {
  routes: [
    {
      method: 'GET',
      path: '/plans/standing',
      handler: 'plan.standing',
      config: { duty: 'readPlanStanding' },
    },
    {
      method: 'GET',
      path: '/plans/coverage',
      handler: 'plan.coverage',
      config: { duty: 'readPlanCoverage' },
    },
    { method: 'GET', path: '/plans/liaison', handler: 'plan.liaison', config: { duty: 'readLiaison' } },
    // The rows are checked one by one against what the person may add.
    {
      method: 'POST',
      path: '/schedule-items/batch',
      handler: 'plan.scheduleBatch',
      config: { access: 'signedIn' },
    },
  ],
};
