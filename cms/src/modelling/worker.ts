/** What the script that runs one server needs of it. */
export { endStreams } from '../notification/stream';
export { importsUnderWay } from '../workbook/job';
export { checkHealth } from './health';
