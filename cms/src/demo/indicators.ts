import type { CategoryCode } from '@jiedui/shared/programme';
import type { BulkCreate } from '../write/bulk';
import { example, marked } from './marks';

type DemoIndicator = {
  code: string;
  name: string;
  area: 'online' | 'onSite' | 'survey';
  /** What serves it. */
  categories: readonly CategoryCode[];
};

/** Invented, so that coverage has something to show: the city's own are the civility office's to enter. */
const INDICATORS: readonly DemoIndicator[] = [
  { code: 'SL-W1', name: '志愿服务活动台账', area: 'online', categories: ['care', 'digitalElderAid'] },
  {
    code: 'SL-W2',
    name: '未成年人思想道德建设',
    area: 'online',
    categories: ['youthMoral', 'familyEducation'],
  },
  { code: 'SL-S1', name: '社区环境秩序', area: 'onSite', categories: ['cityCivility', 'safety'] },
  { code: 'SL-S2', name: '文化活动开展情况', area: 'onSite', categories: ['cultureArts', 'healthFitness'] },
  { code: 'SL-D1', name: '创文知晓率', area: 'survey', categories: ['cityCivility', 'citizenTalks'] },
  { code: 'SL-D2', name: '移风易俗认同度', area: 'survey', categories: ['civilCustoms'] },
];

const keyOf = (code: string) => `indicator:${code}`;

export function indicatorRows(): BulkCreate {
  const rows = INDICATORS.map(({ code, name, area }) => ({
    key: keyOf(code),
    values: example({ code, name: marked(name), area, active: true }),
  }));
  return { resource: 'indicator', rows };
}

/** The indicators that an activity of a category serves. */
export const indicatorsOf = (category: CategoryCode): { key: string }[] =>
  INDICATORS.filter(({ categories }) => categories.includes(category)).map(({ code }) => ({
    key: keyOf(code),
  }));
