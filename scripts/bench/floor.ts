import { openApi } from './floor-queries';
import { serveFloor } from './floor-server';

// The floor runs the same SQL with the same driver, and nothing else. What it reaches is what this machine can give.

const api = await openApi();

serveFloor({
  '/list': () => api.list(),
  '/one': () => api.one(),
  '/counts': () => api.counts(),
  '/average': () => api.average(),
  '/save': (_query, body) => api.save(JSON.parse(body)),
  '/create': (_query, body) => api.create(JSON.parse(body)),
});
