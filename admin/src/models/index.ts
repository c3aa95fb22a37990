import { resourceOf } from '../providers/access';
import { activityModel } from './activity';
import { roundModel, rubricModel } from './evaluation';
import type { Model } from './model';
import { projectModel, storyModel } from './publishing';
import { pairingModel, stationModel, teamModel, unitModel } from './registry';
import { staffModel } from './staff';

const MODELS: readonly Model[] = [
  unitModel,
  stationModel,
  pairingModel,
  teamModel,
  activityModel,
  projectModel,
  storyModel,
  staffModel,
  rubricModel,
  roundModel,
];

/** The model of a record type (`unit`), undefined for one that the console draws no pages for. */
export const modelOfResource = (resource: string): Model | undefined =>
  MODELS.find((model) => resourceOf(model.path) === resource);
