const RESULT = '/results/:id([a-z0-9]{10,40})';

const ofResult = (path: string, handler: string) => ({
  method: 'GET',
  path: `${RESULT}/${path}`,
  handler: `result-outputs.${handler}`,
  config: { duty: 'readSummary' },
});

export default {
  routes: [
    ofResult('bulletin', 'bulletin'),
    ofResult('bulletin/sentences', 'sentences'),
    ofResult('workbook', 'workbook'),
    // They are made after the answer.
    { ...ofResult('reports', 'reports'), method: 'POST' },
    {
      method: 'GET',
      path: '/unit-results/:id([a-z0-9]{10,40})/report',
      handler: 'result-outputs.report',
      config: { access: 'signedIn' },
    },
  ],
};
