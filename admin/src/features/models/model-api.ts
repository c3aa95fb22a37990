import type { RelationGraph } from '@jiedui/shared/access';
import type { ModelSet, ModelsDescription } from '@jiedui/shared/model';
import type { PlanEntry, PlanKind } from '@jiedui/shared/modelling';
import type { Words } from '@jiedui/shared/text';
import { useEffect } from 'react';
import { ifMatch } from '../../providers/data';
import { http } from '../../providers/http';
import { useRead } from '../../ui/use-read';

/** The throw-away copy on which the builder runs; `address` is a link that signs in once. */
export type Builder = {
  state: 'stopped' | 'starting' | 'running' | 'restarting' | 'failed';
  address: string | null;
};

export type ModelState = {
  current: { number: number; version: string; at: string | null };
  draft: { exists: boolean; rev: number | string; notices: Words[]; changedAt: string } | null;
  builder: Builder;
  /** Whether the server can start another process: not where it runs for development. */
  supervised: boolean;
};

export type Plan = { hash: string; entries: PlanEntry[]; names: string[]; changes: boolean };

export const PUBLICATION_STEPS = [
  'starting',
  'checking',
  'switching',
  'draining',
  'backup',
  'clearing',
  'dropping',
] as const;

export type Publication = {
  number: number;
  version: string;
  at: string;
  by: { displayName: string };
  note: string | null;
  step: (typeof PUBLICATION_STEPS)[number] | 'done' | 'rolledBack';
  /** How many changes of each kind it brought. */
  summary: Partial<Record<PlanKind, number>>;
  error: { code: string } | null;
  /** How many fields and types are taken out of the database at its end. */
  removes: number;
  current: boolean;
};

export type Draft = {
  rev: number | string;
  set: ModelSet;
  notices: Words[];
  described: ModelsDescription;
  graph: RelationGraph;
};

/** The parts of a draft that the console itself changes. */
export type DraftChange = Partial<Pick<ModelSet, 'labels' | 'access' | 'fieldAccess'>>;

const BUSY_BUILDER: readonly Builder['state'][] = ['starting', 'restarting'];
const SOON = 1_000;
const LATER = 5_000;

/** Reads again every so often, faster while something is under way. */
function useAgain(refetch: () => void, busy: boolean, on = true): void {
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(refetch, busy ? SOON : LATER);
    return () => clearInterval(timer);
  }, [refetch, busy, on]);
}

export function useModelState() {
  const read = useRead<ModelState>('/model', {}, { keepPrevious: true, staleTime: 0 });
  const builder = read.data?.builder.state ?? 'stopped';
  // In the copy things are made by somebody else's hands: the page has to look whether the draft has changed.
  useAgain(read.refetch, BUSY_BUILDER.includes(builder), builder !== 'stopped');
  return read;
}

export function usePublications() {
  const read = useRead<Publication[]>('/model/publications', {}, { keepPrevious: true, staleTime: 0 });
  const running = read.data?.find(({ step }) => step !== 'done' && step !== 'rolledBack') ?? null;
  useAgain(read.refetch, true, running !== null);
  return { ...read, running };
}

export const usePlan = (rev: unknown) =>
  useRead<Plan>('/model/plan', { rev: String(rev) }, { keepPrevious: true, staleTime: 0 });

export const useDraft = (rev: unknown) =>
  useRead<Draft>('/model/draft', { rev: String(rev) }, { keepPrevious: true, staleTime: 0 });

/** What the page does to the model. Each throws ApiError. */
export const modelActions = {
  openBuilder: () => http.post('/model/builder', {}),
  closeBuilder: () => http.delete('/model/builder'),
  discardDraft: () => http.delete('/model/draft'),
  changeDraft: (rev: unknown, change: DraftChange) =>
    http.put('/model/draft', { data: change }, { headers: ifMatch(rev) }),
  publish: (plan: string, confirm: string[], note: string) =>
    http.post('/model/publications', { data: { plan, confirm, note } }),
  restore: (number: number) => http.post(`/model/publications/${number}/restore`, {}),
  applyFile(file: Blob) {
    const form = new FormData();
    form.append('file', file);
    return http.post('/model/draft/file', form);
  },
};
