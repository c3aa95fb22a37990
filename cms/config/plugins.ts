import { readEnvironment } from '../src/environment';
import { copyOf } from '../src/modelling/builder/copy';

export default () => {
  const { secrets, secureCookies } = readEnvironment();
  return {
    'users-permissions': {
      config: {
        jwtSecret: secrets.userJwt,
        jwtManagement: 'refresh',
        register: { allowedFields: [] },
        // Our own sign-in route counts failures per account and per address; Strapi's shared count stays off.
        ratelimit: { enabled: false },
        sessions: {
          accessTokenLifespan: 600,
          maxRefreshTokenLifespan: 14 * 24 * 3600,
          idleRefreshTokenLifespan: 3 * 24 * 3600,
          httpOnly: true,
          cookie: {
            // A browser sends cookies to every port of a host: the copy's must not take the place of the real ones.
            name: copyOf() ? 'jiedui_builder_refresh' : 'jiedui_refresh',
            sameSite: 'strict',
            path: '/api/auth',
            secure: secureCookies,
            maxAge: 14 * 24 * 3600 * 1000,
          },
        },
      },
    },
    upload: {
      config: {
        sizeLimit: 20 * 1024 * 1024,
        security: { allowedTypes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] },
      },
    },
  };
};
