import type { Words } from '../../text/words';

/** What is read from a row of the other system's export, by whatever its columns are called. */
export const IVOLUNTEER_FIELDS = [
  'activityNumber',
  'activityTitle',
  'organization',
  'personName',
  'idNumber',
  'memberNumber',
  'day',
  'startsAt',
  'endsAt',
  'minutes',
  'enteredAt',
] as const;

export type IvolunteerField = (typeof IVOLUNTEER_FIELDS)[number];

export const IVOLUNTEER_WORDS: Record<IvolunteerField, Words> = {
  activityNumber: { zh: '活动编号', en: 'Activity number' },
  activityTitle: { zh: '活动名称', en: 'Activity title' },
  organization: { zh: '组织', en: 'Organisation' },
  personName: { zh: '姓名', en: 'Name' },
  idNumber: { zh: '证件号码', en: 'Identity number' },
  memberNumber: { zh: '志愿者编号', en: 'Volunteer number' },
  day: { zh: '服务日期', en: 'Day' },
  startsAt: { zh: '开始(签到)时间', en: 'Start' },
  endsAt: { zh: '结束(签退)时间', en: 'End' },
  minutes: { zh: '服务时长', en: 'Duration' },
  enteredAt: { zh: '录入时间', en: 'Entered at' },
};

/**
 * How columns of the exports that we have seen described are headed, the surest first. A heading of two rows is read
 * as `upper/lower`. Ours: the system publishes no format, and organisations export what they choose.
 */
export const HEADINGS: [field: IvolunteerField, ...patterns: RegExp[]][] = [
  ['idNumber', /(身份证|证件)(件)?(号码?|编号)?$/],
  ['memberNumber', /(志愿者|注册|会员|用户)[/]?(编号|编码|号码?|id)$/],
  ['activityNumber', /(活动|项目|岗位)(信息)?[/]?(编号|编码|代码|序列号|id)$/],
  ['activityTitle', /(活动|项目)(信息)?[/]?(名称|标题|主题)$/, /^(活动|项目)$/],
  ['personName', /姓名$/, /(志愿者|人员)(信息)?[/]?(名称|名字|姓名)$/, /^志愿者$/],
  ['enteredAt', /(录入|补录|登记|提交|创建)(时间|日期)$/],
  ['startsAt', /(签到|上岗)(时间)?$/, /(开始|起始)(时间|日期)?$/],
  ['endsAt', /(签退|离岗|下岗)(时间)?$/, /(结束|截止|终止)(时间|日期)?$/],
  ['minutes', /(时长|时数|工时|小时数|分钟数)$/, /^(小时|分钟)$/],
  ['day', /(服务|活动|志愿)?日期$/],
  ['organization', /(组织|团体|团队|队伍|发起单位|主办单位)(信息)?[/]?(名称)?$/],
];
