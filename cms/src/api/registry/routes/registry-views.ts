export default {
  routes: [
    {
      method: 'GET',
      path: '/stations/tree',
      handler: 'registry-views.siteTree',
      config: { access: 'signedIn' },
    },
    {
      method: 'GET',
      path: '/pairings/matrix',
      handler: 'registry-views.pairingMatrix',
      config: { access: 'signedIn' },
    },
  ],
};
