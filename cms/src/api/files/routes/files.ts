export default {
  routes: [
    {
      method: 'GET',
      path: '/files/:fileId([a-z0-9]{10,40})',
      handler: 'files.send',
      config: { access: 'signedIn' },
    },
  ],
};
