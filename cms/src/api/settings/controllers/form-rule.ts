import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::settings.form-rule');
