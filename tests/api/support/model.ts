import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Attribute, emptyModelSet, type ModelSet, type TypeSchema } from '@jiedui/shared/model';
import type { PlanEntry } from '@jiedui/shared/modelling';
import { writeModelFolder } from '../../../cms/src/modelling/model-folder';
import type { Publication } from '../../../cms/src/modelling/publication-store';
import type { ServerProcess } from '../../../scripts/lib/server-process';
import { type Client, signIn } from './client';

export type Plan = { entries: PlanEntry[]; names: string[]; hash: string; changes: boolean };

/** A model with overrides. */
export const model = (more: Partial<ModelSet> = {}): ModelSet => ({ ...emptyModelSet(), ...more });

/** A type of the office with overrides; `name` is its name in the API. */
export function type(name: string, attributes: Record<string, Attribute>): TypeSchema {
  const table = `${name.replaceAll('-', '_')}s`;
  return {
    kind: 'collectionType',
    collectionName: table,
    info: { singularName: name, pluralName: `${name}s`, displayName: name },
    attributes: { title: { type: 'string' }, ...attributes },
  };
}

/** Everything to the office, all rows. */
export const OFFICE_RULES = {
  read: { districtOffice: 'all' },
  create: { districtOffice: 'all' },
  update: { districtOffice: 'all' },
  delete: { districtOffice: 'all' },
} as const;

export function writeDraft(dataDir: string, set: ModelSet): void {
  const draft = path.join(dataDir, 'model/draft');
  rmSync(draft, { recursive: true, force: true });
  writeModelFolder(draft, set);
}

export async function officeOf({ url, accounts }: ServerProcess): Promise<Client> {
  const found = accounts.find(({ role }) => role === 'districtOffice');
  return signIn(found?.username ?? '', found?.password ?? '', url);
}

/** Publishes the draft as the office does, with every name typed in. */
export async function publish(office: Client) {
  const plan = (await office.get<Plan>('/model/plan')).data;
  return office.post<Publication>('/model/publications', {
    data: { plan: plan.hash, confirm: plan.names },
  });
}

/** The last publication as its file says; also when no server answers. */
export function lastPublication(dataDir: string, number: number): Publication {
  const file = path.join(dataDir, `model/publications/${String(number).padStart(4, '0')}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Publication;
}

export async function untilEnded(dataDir: string, number: number, patience = 300_000): Promise<Publication> {
  const until = Date.now() + patience;
  for (;;) {
    const publication = lastPublication(dataDir, number);
    if (publication.endedAt) return publication;
    if (Date.now() > until) throw new Error(`Publication ${number} stays at ${publication.step}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
