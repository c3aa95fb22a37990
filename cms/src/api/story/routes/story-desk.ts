const STORY = '/stories/:id([a-z0-9]{10,40})';

export default {
  routes: [
    {
      method: 'POST',
      path: '/stories/from-activity',
      handler: 'story-desk.propose',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: `${STORY}/versions`,
      handler: 'story-desk.versions',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: `${STORY}/versions/:version(\\d{1,9})`,
      handler: 'story-desk.version',
      config: { access: 'signedIn' },
    },
  ],
};
