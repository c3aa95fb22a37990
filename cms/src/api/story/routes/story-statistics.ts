const route = (path: string, action: string) => ({
  method: 'GET',
  path,
  handler: `story-statistics.${action}`,
  config: { duty: 'readStories' },
});

export default {
  routes: [route('/story-statistics', 'find'), route('/story-statistics/export', 'export')],
};
