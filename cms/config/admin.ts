import { readEnvironment } from '../src/environment';

export default () => {
  const { secrets } = readEnvironment();
  return {
    url: '/admin',
    auth: { secret: secrets.adminJwt },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    flags: { nps: false, promoteEE: false },
    autoOpen: false,
    watchIgnoreFiles: ['**/.data/**'],
  };
};
