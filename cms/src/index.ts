import type { Core } from '@strapi/strapi';
import { startSealing, stopSealing } from './audit/sealing';
import { setClock } from './clock';
import { firstRun } from './demo/first-run';
import { guardFiles } from './files/guard-files';
import { installGuard } from './guard/install';
import { closePluginRoutes } from './guard/plugin-routes';
import { extendStaff } from './guard/staff-attributes';
import { syncRoles } from './guard/sync-roles';
import { startTryLimits } from './guard/try-limits';
import { startHoursCheck, stopHoursCheck } from './hours/integrity/checking';
import { startForgettingKeys, stopForgettingKeys } from './jobs/forget-request-keys';
import { leanBody } from './lean-body';
import { startLedger, stopLedger } from './ledger/keeping';
import { migrate } from './migrations';
import { indexMadeTypes } from './migrations/made-indexes';
import { applyViews } from './modelling/apply-views';
import { copyOf } from './modelling/builder/copy';
import { openForBuilder } from './modelling/builder/scratch';
import { loadViews } from './modelling/described';
import { startHeartbeat, stopHeartbeat } from './modelling/heartbeat';
import { installModel, isOffices } from './modelling/install-model';
import { keepOrphans } from './modelling/keep-orphans';
import { startSettling } from './modelling/settle';
import { syncPatiently } from './modelling/short-locks';
import { startMailing, stopMailing } from './notification/mailing';
import { labelPanel } from './panel/labels';
import { limitPanel } from './panel/read-only';
import { loadModels } from './read/model';
import { startReader, stopReader } from './read/reader';
import { startUsage, stopUsage } from './story/consumers/usage';
import { convertStories } from './story/convert';
import { startSchedule, stopSchedule } from './story/desk/schedule';
import { startSweeping, stopSweeping } from './story/read/sweeping';
import { beginEpoch } from './story/release/epoch';
import { startWebhooks, stopWebhooks } from './story/webhooks/running';
import { guardDirectWrites } from './write/guard-direct-writes';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    extendStaff(strapi);
    keepOrphans(strapi);
    syncPatiently(strapi);
    installModel(strapi);
    if (copyOf()) openForBuilder(strapi, isOffices);
    installGuard(strapi);
    closePluginRoutes(strapi);
    leanBody(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    loadModels(strapi);
    await migrate(strapi);
    await indexMadeTypes(strapi);
    startReader(strapi);
    await setClock(strapi);
    await syncRoles(strapi);
    await applyViews(strapi);
    await labelPanel(strapi);
    await limitPanel(strapi);
    await loadViews(strapi);
    guardDirectWrites(strapi);
    guardFiles(strapi);
    await convertStories(strapi);
    await firstRun(strapi);
    startTryLimits(strapi);
    startSealing(strapi);
    startMailing(strapi);
    startLedger(strapi);
    startHoursCheck(strapi);
    startForgettingKeys(strapi);
    await beginEpoch(strapi);
    startSweeping(strapi);
    startWebhooks(strapi);
    startSchedule(strapi);
    startHeartbeat(strapi);
    startSettling(strapi);
    startUsage(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await stopHeartbeat(strapi);
    await stopUsage(strapi);
    await stopHoursCheck();
    await stopWebhooks();
    await stopSchedule();
    await stopForgettingKeys();
    await stopSweeping();
    await stopLedger();
    await stopMailing();
    await stopSealing();
    await stopReader();
  },
};
