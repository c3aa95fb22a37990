/** Strapi's panel speaks Chinese, to whoever has not chosen otherwise, and advertises nothing. */
const LANGUAGE = 'strapi-admin-language';

if (!localStorage.getItem(LANGUAGE)) localStorage.setItem(LANGUAGE, 'zh-Hans');

export default {
  config: {
    locales: ['zh-Hans'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap() {},
};
