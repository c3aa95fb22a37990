export default {
  routes: [
    {
      method: 'POST',
      path: '/units/:id([a-z0-9]{10,40})/selection-packs',
      handler: 'selection-packs.start',
      // Of whose results a pack may be made is asked of the type.
      config: { access: 'signedIn' },
    },
  ],
};
