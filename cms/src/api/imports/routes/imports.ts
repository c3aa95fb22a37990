const ID = ':id([0-9a-f-]{36})';
// Who may bring in which type is asked of the type; a job is its maker's and the office's.
const config = { access: 'signedIn' };
const rubric = { duty: 'importWorkbook' };

export default {
  routes: [
    { method: 'GET', path: '/imports/template.xlsx', handler: 'imports.template', config },
    { method: 'POST', path: '/imports', handler: 'imports.upload', config },
    { method: 'GET', path: '/imports', handler: 'imports.latest', config },
    { method: 'GET', path: `/imports/${ID}`, handler: 'imports.show', config },
    { method: 'GET', path: `/imports/${ID}/rows`, handler: 'imports.rows', config },
    { method: 'POST', path: `/imports/${ID}/commit`, handler: 'imports.commit', config },
    { method: 'POST', path: `/imports/${ID}/again`, handler: 'imports.again', config },
    { method: 'POST', path: `/imports/${ID}/cancel`, handler: 'imports.cancel', config },
    { method: 'POST', path: `/imports/${ID}/undo`, handler: 'imports.undo', config },
    { method: 'GET', path: `/imports/${ID}/refused.xlsx`, handler: 'imports.refused', config },
    { method: 'POST', path: `/imports/${ID}/accounts`, handler: 'imports.accounts', config },
    {
      method: 'GET',
      path: '/rubric-imports/template.xlsx',
      handler: 'rubric-imports.template',
      config: rubric,
    },
    { method: 'POST', path: '/rubric-imports', handler: 'rubric-imports.upload', config: rubric },
    {
      method: 'POST',
      path: '/rubric-imports/:id([a-z0-9]{10,40})',
      handler: 'rubric-imports.replace',
      config: rubric,
    },
    {
      method: 'GET',
      path: '/rubric-imports/:id([a-z0-9]{10,40})/workbook.xlsx',
      handler: 'rubric-imports.export',
      config: rubric,
    },
  ],
};
