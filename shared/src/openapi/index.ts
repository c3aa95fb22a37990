export { openApiOf } from './openapi';
