const config = { duty: 'shapeModels' };

export default {
  routes: [
    { method: 'GET', path: '/model', handler: 'draft.state', config },
    { method: 'POST', path: '/model/builder', handler: 'draft.openBuilder', config },
    { method: 'DELETE', path: '/model/builder', handler: 'draft.closeBuilder', config },
    { method: 'GET', path: '/model/draft', handler: 'draft.show', config },
    { method: 'PUT', path: '/model/draft', handler: 'draft.change', config },
    { method: 'DELETE', path: '/model/draft', handler: 'draft.discard', config },
    { method: 'POST', path: '/model/draft/file', handler: 'draft.takeFile', config },
    { method: 'GET', path: '/model/export', handler: 'draft.export', config },
  ],
};
