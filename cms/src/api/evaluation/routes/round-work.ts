const ROUND = '/rounds/:id([a-z0-9]{10,40})';

export default {
  routes: [
    { method: 'POST', path: `${ROUND}/plan`, handler: 'round-work.plan', config: { duty: 'planRound' } },
    {
      method: 'GET',
      path: `${ROUND}/progress`,
      handler: 'round-work.progress',
      config: { duty: 'readSummary' },
    },
    {
      method: 'GET',
      path: `${ROUND}/summary`,
      handler: 'round-work.summary',
      config: { duty: 'readSummary' },
    },
    {
      method: 'GET',
      path: `${ROUND}/trust`,
      handler: 'round-work.trust',
      config: { duty: 'readTrust' },
    },
    {
      method: 'GET',
      path: `${ROUND}/summary/export`,
      handler: 'round-work.exportSummary',
      config: { duty: 'readSummary' },
    },
    {
      method: 'GET',
      path: `${ROUND}/units/:unitId([a-z0-9]{10,40})/explanation`,
      handler: 'round-work.explanation',
      config: { duty: 'readSummary' },
    },
    {
      method: 'GET',
      path: `${ROUND}/units/:unitId([a-z0-9]{10,40})/spread`,
      handler: 'round-work.spread',
      config: { duty: 'readTrust' },
    },
    {
      method: 'POST',
      path: `${ROUND}/extend`,
      handler: 'round-work.extend',
      config: { duty: 'planRound' },
    },
    {
      method: 'POST',
      path: `${ROUND}/calibration`,
      handler: 'round-work.makeCalibration',
      config: { duty: 'planRound' },
    },
    {
      method: 'GET',
      path: `${ROUND}/calibration`,
      handler: 'round-work.calibration',
      config: { duty: 'readTrust' },
    },
    {
      method: 'GET',
      path: `${ROUND}/calibration/units/:unitId([a-z0-9]{10,40})`,
      handler: 'round-work.caseScorers',
      config: { duty: 'planRound' },
    },
    {
      method: 'GET',
      path: '/evaluations/:id([a-z0-9]{10,40})/calibration',
      handler: 'round-work.ownCalibration',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: '/moderation-replies/:id([a-z0-9]{10,40})/talk',
      handler: 'round-work.talk',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: '/rubrics/:id([a-z0-9]{10,40})/what-if',
      handler: 'round-work.whatIf',
      config: { duty: 'planRound' },
    },
    {
      method: 'GET',
      path: '/results/:id([a-z0-9]{10,40})/changes',
      handler: 'round-work.changes',
      config: { duty: 'readSummary' },
    },
    {
      method: 'GET',
      path: '/unit-results/:id([a-z0-9]{10,40})/standing',
      handler: 'round-work.standing',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: '/evaluations/:id([a-z0-9]{10,40})/sheet',
      handler: 'round-work.sheet',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: '/evaluations/:id([a-z0-9]{10,40})/evidence',
      handler: 'round-work.evidence',
      config: { access: 'signedIn' },
    },
  ],
};
