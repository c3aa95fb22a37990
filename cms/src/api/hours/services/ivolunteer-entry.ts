import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::hours.ivolunteer-entry');
