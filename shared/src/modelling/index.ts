export { type DescribedType, type DescribeInput, describeModels } from './describe-models';
export { humanized, Labels } from './labels';
export { type MergedType, mergedTypes, normalAttributes } from './merge';
