const open = (path: string, action: string) => ({
  method: 'GET',
  path,
  handler: `api-docs.${action}`,
  config: { access: 'public' },
});

export default {
  routes: [open('/openapi.json', 'description'), open('/docs', 'page'), open('/docs/:file', 'file')],
};
