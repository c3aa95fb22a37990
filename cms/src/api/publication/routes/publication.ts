const report = (path: string, action: string) => ({
  method: 'GET',
  path,
  handler: `publication.${action}`,
  config: { duty: 'readNotices' },
});

export default {
  routes: [
    {
      method: 'GET',
      path: '/public/sites/:site/schedule',
      handler: 'publication.schedule',
      config: { access: 'public' },
    },
    report('/notice-report', 'report'),
    report('/notice-report/activities', 'activities'),
  ],
};
