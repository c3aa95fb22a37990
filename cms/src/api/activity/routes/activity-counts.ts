export default {
  routes: [
    {
      method: 'GET',
      path: '/activities/by-day',
      handler: 'activity-counts.byDay',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: '/activities/by-unit-month',
      handler: 'activity-counts.byUnitMonth',
      config: { access: 'signedIn' },
    },
  ],
};
