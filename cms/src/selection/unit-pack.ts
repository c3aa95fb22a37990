import { type Actor, scopeOf } from '@jiedui/shared/access';
import type { DayRange } from '@jiedui/shared/calendar';
import { packReader, pathPart } from '@jiedui/shared/selection';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { beginFile } from '../made-files/job';
import type { MadeFile } from '../made-files/store';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { type PackUnit, writePack } from './write-pack';

/** The unit whose results the actor reads, and so whose packs they may take; to everybody else there is none. */
export async function mayTakePack(actor: Actor, documentId: string): Promise<PackUnit> {
  const scope = scopeOf(actor.role, 'read', 'unit-result');
  if (scope === null) throw new Refusal(403, 'NOT_ALLOWED');
  const unit = await findRecord(modelOf('unit'), actor, documentId, { fields: ['name'] });
  if (scope !== 'all' && actor.unit !== unit.id) throw new Refusal(404, 'NOT_FOUND');
  return { id: unit.id, documentId, name: String(unit.name) };
}

/** Begins the unit's pack of these days, or says which one is being made. */
export async function beginPack(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
  days: DayRange,
): Promise<MadeFile> {
  const unit = await mayTakePack(actor, documentId);
  const { from, to } = days;
  const subject = { kind: 'selectionPack', owner: documentId, variant: `${from}..${to}` };
  const name = `评选佐证材料-${pathPart(unit.name)}-${from}至${to}.zip`;
  return beginFile(strapi, subject, name, (file, report, signal) =>
    writePack(file, packReader(actor, unit.id), unit, days, report, signal),
  );
}
