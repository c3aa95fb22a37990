export default {
  routes: [
    { method: 'GET', path: '/words/keys', handler: 'settings.wordKeys', config: { duty: 'shapeModels' } },
    {
      method: 'GET',
      path: '/computed-columns/names',
      handler: 'settings.names',
      config: { duty: 'shapeModels' },
    },
    {
      method: 'POST',
      path: '/computed-columns/try',
      handler: 'settings.tryColumn',
      config: { duty: 'shapeModels' },
    },
  ],
};
