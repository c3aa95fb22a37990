/** What the script that runs one server needs of it. */
export { importsUnderWay } from '../workbook/job';
export { checkHealth } from './health';
