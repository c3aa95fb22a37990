import { readFileSync } from 'node:fs';
import { contentHash } from '@jiedui/shared/canonical';
import type { ModelSet } from '@jiedui/shared/model';
import { checkModelFile, checkSet, modelFile, type SetError } from '@jiedui/shared/modelling';
import type { Context } from 'koa';
import { readEnvironment } from '../../../environment';
import { Refusal } from '../../../guard/errors';
import { dataOf } from '../../../guard/handlers';
import { builderState, isSupervised, startBuilder, stopBuilder } from '../../../modelling/builder/ask';
import { describeDraft, relationGraph } from '../../../modelling/described-draft';
import {
  changeDraft,
  closeDraft,
  type Draft,
  discardDraft,
  openDraft,
  readDraft,
  writeDraft,
} from '../../../modelling/draft';
import { programTypes } from '../../../modelling/install-model';
import { currentVersion } from '../../../modelling/publication-store';
import { runningModel } from '../../../modelling/running-model';
import { uploadedWorkbook } from '../../../workbook/upload';

/** What the console may change of a draft by itself; types and fields are the builder's business. */
const CHANGEABLE = ['labels', 'access', 'fieldAccess', 'views'] as const;
const LARGEST_FILE = 5 * 1024 * 1024;

const modelDir = () => readEnvironment().modelDir;

export default () => ({
  async state(ctx: Context) {
    const builder = await builderState(ctx);
    // What was published, or taken back by hand, waits for nothing any more.
    if (builder.state === 'stopped') closeDraft(modelDir());
    const draft = readDraft(modelDir());
    ctx.body = {
      data: {
        current: { ...currentVersion(modelDir()), version: runningModel().version },
        draft: draft && { exists: true, rev: draft.rev, notices: draft.notices, changedAt: draft.changedAt },
        builder,
        supervised: isSupervised(),
      },
    };
  },

  async openBuilder(ctx: Context) {
    ctx.body = { data: await startBuilder(ctx) };
    ctx.status = 202;
  },

  async closeBuilder(ctx: Context) {
    await stopBuilder();
    ctx.status = 204;
  },

  async show(ctx: Context) {
    const draft = readDraft(modelDir());
    if (!draft) throw new Refusal(404, 'NOT_FOUND');
    ctx.body = { data: shown(draft) };
  },

  async change(ctx: Context) {
    const rev = revOf(ctx);
    const data = dataOf(ctx) as Record<string, unknown>;
    const unknown = Object.keys(data).filter((key) => !(CHANGEABLE as readonly string[]).includes(key));
    if (unknown.length > 0) throw new Refusal(400, 'BAD_INPUT');
    openDraft(modelDir());
    const draft = changeDraft(modelDir(), (before) => {
      if (before?.rev !== rev) throw new Refusal(409, 'REV_CONFLICT', { current: before && shown(before) });
      return { set: sound(checkSet({ ...before.set, ...data })) };
    });
    ctx.body = { data: shown(draft) };
  },

  async discard(ctx: Context) {
    // The copy would go on with a model that is no more.
    if (isSupervised()) await stopBuilder();
    discardDraft(modelDir());
    ctx.status = 204;
  },

  async takeFile(ctx: Context) {
    const { path } = uploadedWorkbook(ctx);
    const set = sound(checkModelFile(parsed(path)));
    if (isSupervised()) await stopBuilder();
    ctx.body = { data: shown(writeDraft(modelDir(), set)) };
  },

  async export(ctx: Context) {
    const draft = ctx.query.draft === '1' ? readDraft(modelDir()) : null;
    if (ctx.query.draft === '1' && !draft) throw new Refusal(404, 'NOT_FOUND');
    ctx.type = 'application/json';
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent('内容模型.json')}`);
    ctx.body = `${JSON.stringify(modelFile(draft?.set ?? runningModel().set), null, 2)}\n`;
  },
});

function shown(draft: Draft) {
  const { rev, set, notices } = draft;
  return {
    rev,
    set,
    notices,
    base: programTypes(),
    described: describeDraft(set, contentHash(set)),
    graph: relationGraph(set),
  };
}

/** The revision of a draft is its content's hash. */
function revOf(ctx: Context): string {
  const match = /^(?:W\/)?"?([0-9a-f]{32})"?$/.exec(ctx.request.header['if-match'] ?? '');
  if (!match?.[1]) throw new Refusal(428, 'REV_REQUIRED');
  return match[1];
}

function sound(checked: { set: ModelSet } | { errors: SetError[] }): ModelSet {
  if ('set' in checked) return checked.set;
  const errors = checked.errors.map(({ path, message }) => ({ path, code: 'BAD_INPUT', message }));
  throw new Refusal(422, 'MODEL_FILE_UNSOUND', { errors });
}

function parsed(file: string): unknown {
  const text = readFileSync(file);
  if (text.length > LARGEST_FILE) throw new Refusal(413, 'FILE_TOO_LARGE');
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    throw new Refusal(422, 'MODEL_FILE_UNSOUND');
  }
}
