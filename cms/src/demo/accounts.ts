import type { Role } from '@jiedui/shared/access';
import type { BulkCreate } from '../write/bulk';
import { example, marked } from './marks';
import { instituteOf, stationOf } from './places';
import { departmentLink, siteKey, townKey, unitKey } from './registry';

/** An account of the demonstration with what it belongs to, by the plain name. */
export type DemoAccount = {
  username: string;
  displayName: string;
  role: Role;
  unit?: string;
  site?: string;
  town?: string;
  department?: string;
};

export const OFFICE = 'bangongshi';
export const DEMO_TOWN = '云溪镇';
export const DEMO_SITE = stationOf('东湖社区');
export const DEMO_UNIT = '区财政局';

/** Evaluators belong to something here and there, so that recusal has something to do. */
export const EVALUATORS: readonly DemoAccount[] = [
  { username: 'ceping1', displayName: '测评员甲', role: 'evaluator' },
  { username: 'ceping2', displayName: '测评员乙', role: 'evaluator', department: '区教育发展中心' },
  { username: 'ceping3', displayName: '测评员丙', role: 'evaluator', unit: '区卫生健康局' },
  { username: 'ceping4', displayName: '测评员丁', role: 'evaluator', site: instituteOf('临江镇') },
  { username: 'ceping5', displayName: '测评员戊', role: 'evaluator' },
];

export const ACCOUNTS: readonly DemoAccount[] = [
  { username: OFFICE, displayName: '区办公室管理员', role: 'districtOffice' },
  { username: 'chuangwenban', displayName: '创文巩卫办专员', role: 'civilityOffice' },
  {
    username: 'jiaoyuzhongxin',
    displayName: '教育发展中心专员',
    role: 'leadDepartment',
    department: '区教育发展中心',
  },
  { username: 'yunxizhen', displayName: '云溪镇专员', role: 'town', town: DEMO_TOWN },
  { username: 'donghushequ', displayName: '东湖社区站联系人', role: 'station', site: DEMO_SITE },
  { username: 'yunxisuo', displayName: '云溪镇所联系人', role: 'station', site: instituteOf(DEMO_TOWN) },
  { username: 'caizhengju', displayName: '财政局联系人', role: 'unit', unit: DEMO_UNIT },
  ...EVALUATORS,
  { username: 'ducha', displayName: '督查员', role: 'inspector' },
  { username: 'xuanchuan', displayName: '宣传专员', role: 'publicity' },
];

export const accountKey = (username: string): string => `account:${username}`;

/** First passwords are made by the write itself. */
export function accountRows(departments: ReadonlyMap<string, string>): BulkCreate {
  const rows = ACCOUNTS.map(({ username, displayName, role, unit, site, town, department }) => ({
    key: accountKey(username),
    values: example({
      username,
      displayName: marked(displayName),
      role,
      unit: unit ? { key: unitKey(unit) } : null,
      station: site ? { key: siteKey(site) } : null,
      town: town ? { key: townKey(town) } : null,
      department: department ? departmentLink(departments, department) : null,
    }),
  }));
  return { resource: 'staff', rows };
}
