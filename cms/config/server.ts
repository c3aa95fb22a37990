import path from 'node:path';
import { readEnvironment } from '../src/environment';

export default () => {
  const { host, port, secrets, trustProxy, dataDir } = readEnvironment();
  return {
    host,
    port,
    proxy: { koa: trustProxy },
    app: { keys: [secrets.appKey] },
    dirs: { public: path.join(dataDir, 'public') },
    logger: { startup: { enabled: false }, updates: { enabled: false } },
    cron: { enabled: false },
    transfer: { remote: { enabled: false } },
  };
};
