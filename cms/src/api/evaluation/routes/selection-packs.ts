const ID = ':id([0-9a-f-]{36})';
// Of whose results a pack may be made is asked of the type; a pack is its maker's alone.
const config = { access: 'signedIn' };

export default {
  routes: [
    {
      method: 'POST',
      path: '/units/:id([a-z0-9]{10,40})/selection-packs',
      handler: 'selection-packs.start',
      config,
    },
    { method: 'GET', path: `/selection-packs/${ID}`, handler: 'selection-packs.show', config },
    { method: 'GET', path: `/selection-packs/${ID}/file`, handler: 'selection-packs.file', config },
  ],
};
