const FILE = '/made-files/:id([0-9a-f-]{36})';
// Whoever may have a file made may take it.
const config = { access: 'signedIn' };

export default {
  routes: [
    { method: 'GET', path: FILE, handler: 'made-files.show', config },
    { method: 'GET', path: `${FILE}/file`, handler: 'made-files.file', config },
  ],
};
