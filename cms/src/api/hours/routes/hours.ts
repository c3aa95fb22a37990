const ID = ':id([a-z0-9]{10,40})';
const config = { duty: 'readHours' };
const reconcile = { duty: 'reconcileHours' };

export default {
  routes: [
    { method: 'GET', path: '/hours/coverage', handler: 'hours.coverage', config },
    { method: 'GET', path: '/hours/differences', handler: 'hours.differences', config },
    { method: 'GET', path: `/hours/activities/${ID}`, handler: 'hours.activity', config },
    { method: 'POST', path: `/hours/activities/${ID}/people`, handler: 'hours.people', config },
    { method: 'POST', path: `/hours/activities/${ID}/attendances`, handler: 'hours.enter', config },
    { method: 'POST', path: `/hours/activities/${ID}/adopt`, handler: 'hours.adopt', config },
    { method: 'POST', path: '/hours/check', handler: 'hours.check', config: reconcile },
    { method: 'POST', path: '/hours/ivolunteer/preview', handler: 'ivolunteer.preview', config: reconcile },
    { method: 'POST', path: '/hours/ivolunteer', handler: 'ivolunteer.commit', config: reconcile },
    {
      method: 'GET',
      path: `/hours/ivolunteer/entries/${ID}/suggestions`,
      handler: 'ivolunteer.suggestions',
      config: reconcile,
    },
  ],
};
