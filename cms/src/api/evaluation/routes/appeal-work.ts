const APPEAL = '/appeals/:id([a-z0-9]{10,40})';

export default {
  routes: [
    { method: 'GET', path: `${APPEAL}/case`, handler: 'appeal-work.case', config: { access: 'signedIn' } },
    {
      method: 'GET',
      path: `${APPEAL}/reviewers`,
      handler: 'appeal-work.reviewers',
      config: { duty: 'planRound' },
    },
  ],
};
