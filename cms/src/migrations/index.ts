import type { Core } from '@strapi/strapi';
import * as indexes from './0001-indexes';
import * as audit from './0002-audit';
import * as jobs from './0003-jobs';
import * as results from './0004-results';
import * as resultVersions from './0005-result-versions';
import * as coveringIndexes from './0006-covering-indexes';
import * as signInTries from './0007-sign-in-tries';
import * as modelServers from './0008-model-servers';
import * as importRows from './0009-import-rows';
import * as settings from './0010-settings';
import * as ledger from './0011-ledger';
import * as cadenceExceptions from './0012-cadence-exceptions';
import * as before from './0013-before';
import * as coverage from './0013-coverage';
import * as requestKeys from './0014-request-keys';
import * as filings from './0015-filings';
import * as plans from './0016-plans';
import * as hours from './0017-hours';
import * as calendar from './0018-calendar';
import * as notifications from './0019-notifications';
import * as photoPrints from './0020-photo-prints';
import * as publishedResults from './0021-published-results';
import * as recusals from './0022-recusals';
import * as appeals from './0023-appeals';
import * as moderations from './0024-moderations';
import * as figures from './0025-figures';
import * as outputs from './0026-outputs';
import * as madeFiles from './0027-made-files';
import * as evaluationNotices from './0029-evaluation-notices';
import * as entryMarks from './0030-entry-marks';
import * as stories from './0031-stories';
import * as releasedStories from './0032-released-stories';
import * as storyVersions from './0033-story-versions';
import * as consumers from './0034-consumers';
import * as webhooks from './0035-webhooks';
import * as storyStatistics from './0036-story-statistics';
import * as releasedSources from './0037-released-sources';
import * as releasedEpochs from './0038-released-epochs';
import * as changedAt from './0039-changed-at';
import { type Migration, runMigrations } from './run';

const MIGRATIONS: [name: string, migration: Migration][] = [
  ['0001-indexes', indexes],
  ['0002-audit', audit],
  ['0003-jobs', jobs],
  ['0004-results', results],
  ['0005-result-versions', resultVersions],
  ['0006-covering-indexes', coveringIndexes],
  ['0007-sign-in-tries', signInTries],
  ['0008-model-servers', modelServers],
  ['0009-import-rows', importRows],
  ['0010-settings', settings],
  ['0011-ledger', ledger],
  ['0012-cadence-exceptions', cadenceExceptions],
  ['0013-before', before],
  ['0013-coverage', coverage],
  ['0014-request-keys', requestKeys],
  ['0015-filings', filings],
  ['0016-plans', plans],
  ['0017-hours', hours],
  ['0018-calendar', calendar],
  ['0019-notifications', notifications],
  ['0020-photo-prints', photoPrints],
  ['0021-published-results', publishedResults],
  ['0022-recusals', recusals],
  ['0023-appeals', appeals],
  ['0024-moderations', moderations],
  ['0025-figures', figures],
  ['0026-outputs', outputs],
  ['0027-made-files', madeFiles],
  ['0029-evaluation-notices', evaluationNotices],
  ['0030-entry-marks', entryMarks],
  ['0031-stories', stories],
  ['0032-released-stories', releasedStories],
  ['0033-story-versions', storyVersions],
  ['0034-consumers', consumers],
  ['0035-webhooks', webhooks],
  ['0036-story-statistics', storyStatistics],
  ['0037-released-sources', releasedSources],
  ['0038-released-epochs', releasedEpochs],
  ['0039-changed-at', changedAt],
];

/**
 * Brings indexes and tables of our own up to date. Strapi runs its migrations before it makes the tables of
 * the content types; these need them, so they run right after.
 */
export const migrate = (strapi: Core.Strapi): Promise<void> =>
  runMigrations(strapi.db.connection, MIGRATIONS);
