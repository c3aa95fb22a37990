import { emptyModelSet } from '@jiedui/shared/model';
import { captureModel } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import { viewOf } from '../apply-views';
import { changeDraft } from '../draft';
import { programTypes } from '../install-model';
import type { Copy } from './copy';
import { readScratch } from './scratch';

/** Makes the draft of what the builder has written. What the office has meanwhile changed of words and access stays. */
export function takeOverTypes(strapi: Core.Strapi, { modelDir }: Copy): void {
  const found = readScratch(strapi);
  changeDraft(modelDir, (draft) => captureModel(programTypes(), found, draft?.set ?? emptyModelSet()));
}

/** Takes a view over that was laid out in the copy's panel. */
export async function takeOverView(strapi: Core.Strapi, { modelDir }: Copy, uid: string): Promise<void> {
  const view = await viewOf(strapi, uid);
  changeDraft(modelDir, (draft) => {
    const set = draft?.set ?? emptyModelSet();
    const { [uid]: _, ...others } = set.views;
    return { set: { ...set, views: view ? { ...others, [uid]: view } : others } };
  });
}
