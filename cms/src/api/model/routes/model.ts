const config = { duty: 'shapeModels' };

export default {
  routes: [
    { method: 'GET', path: '/model/plan', handler: 'model.plan', config },
    { method: 'GET', path: '/model/publications', handler: 'model.publications', config },
    { method: 'POST', path: '/model/publications', handler: 'model.publish', config },
    {
      method: 'POST',
      path: '/model/publications/:number/restore',
      handler: 'model.restore',
      config,
    },
  ],
};
