import { ENTERED_METRICS, METRICS } from '../metric/registry';
import { REUSE_WORDS } from '../photo/reuse';
import { SOURCE_WORDS } from '../rubric/sources';
import { changedWords } from './changed';
import type { Words } from './words';

const ROLE_WORDS: Record<string, Words> = {
  districtOffice: { zh: '区办公室', en: 'District office' },
  civilityOffice: { zh: '区创文巩卫办', en: 'Civility office' },
  leadDepartment: { zh: '牵头部门', en: 'Lead department' },
  town: { zh: '镇(所)', en: 'Town' },
  station: { zh: '文明实践站', en: 'Site' },
  unit: { zh: '结对单位', en: 'Unit' },
  evaluator: { zh: '测评员', en: 'Evaluator' },
  inspector: { zh: '督查员', en: 'Inspector' },
  publicity: { zh: '宣传', en: 'Publicity' },
};

const UNIT_CLASS_WORDS: Record<string, Words> = {
  liaison: { zh: '区级包联单位', en: 'Liaison unit' },
  key: { zh: '区重点单位', en: 'Key unit' },
  school: { zh: '学校', en: 'School' },
};

const without = (words: Record<string, Words>, name: string): Record<string, Words> =>
  Object.fromEntries(Object.entries(words).filter(([key]) => key !== name));

/** Chinese and English words for every value of every enumeration, by resource and field. */
export const ENUM_TEXT: Record<string, Record<string, Words>> = {
  'unit.unitClass': UNIT_CLASS_WORDS,
  'unit-result.unitClass': UNIT_CLASS_WORDS,
  'volunteer-team.ownerKind': {
    unit: { zh: '单位', en: 'Unit' },
    school: { zh: '学校', en: 'School' },
    socialOrganization: { zh: '社会组织', en: 'Social organisation' },
  },
  'station.level': {
    center: { zh: '中心', en: 'Centre' },
    institute: { zh: '所', en: 'Institute' },
    station: { zh: '站', en: 'Station' },
  },
  'cadence-exception.kind': {
    holiday: { zh: '法定节假日', en: 'Public holiday' },
    exception: { zh: '其他例外', en: 'Other exception' },
  },
  'programme.focusWeekReading': {
    calendarRow: { zh: '日历第三行(周一至周日)', en: 'Third calendar row' },
    mondayWeek: { zh: '第三个星期一所在周', en: 'Week of the third Monday' },
    days15to21: { zh: '15日至21日', en: 'Days 15 to 21' },
  },
  'project.state': {
    proposed: { zh: '已申报', en: 'Proposed' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
    listed: { zh: '已入库', en: 'Listed' },
    retired: { zh: '已退出', en: 'Retired' },
  },
  'activity.state': {
    planned: { zh: '计划中', en: 'Planned' },
    cleared: { zh: '已确认', en: 'Cleared' },
    announced: { zh: '已发布', en: 'Announced' },
    held: { zh: '已开展', en: 'Held' },
    reported: { zh: '已报送', en: 'Reported' },
    verified: { zh: '已核实', en: 'Verified' },
    returned: { zh: '已退回', en: 'Returned' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  'activity.publicSecurityLevel': {
    county: { zh: '县级', en: 'County' },
    city: { zh: '市级', en: 'City' },
  },
  'indicator.area': {
    online: { zh: '网报材料', en: 'Materials filed online' },
    onSite: { zh: '实地考察', en: 'On-site visits' },
    survey: { zh: '问卷调查', en: 'Surveys' },
  },
  'activity-material.kind': {
    backdrop: { zh: '背景板', en: 'Backdrop' },
    banner: { zh: '横幅', en: 'Banner' },
    board: { zh: '展板', en: 'Board' },
  },
  'activity-material.state': {
    draft: { zh: '未送审', en: 'Not sent in' },
    submitted: { zh: '待审核', en: 'To be reviewed' },
    approved: { zh: '已审核', en: 'Reviewed' },
    returned: { zh: '已退回', en: 'Returned' },
  },
  'rubric.state': {
    draft: { zh: '草稿', en: 'Draft' },
    adopted: { zh: '已启用', en: 'Adopted' },
    retired: { zh: '已停用', en: 'Retired' },
  },
  'round.state': {
    draft: { zh: '筹备中', en: 'Draft' },
    open: { zh: '评分中', en: 'Open' },
    closed: { zh: '已截止', en: 'Closed' },
    published: { zh: '已公布', en: 'Published' },
  },
  'metric-entry.metric': Object.fromEntries(ENTERED_METRICS.map((key) => [key, METRICS[key].words])),
  'moderation.state': {
    open: { zh: '待发出', en: 'To begin' },
    talking: { zh: '会商中', en: 'Talking' },
    settled: { zh: '已改评', en: 'Settled' },
    kept: { zh: '已维持', en: 'Kept' },
  },
  'moderation-reply.state': {
    asked: { zh: '待答复', en: 'Asked' },
    changed: { zh: '已改评', en: 'Changed' },
    kept: { zh: '已维持', en: 'Kept' },
  },
  'evaluation.state': {
    draft: { zh: '评分中', en: 'Draft' },
    submitted: { zh: '已提交', en: 'Submitted' },
    returned: { zh: '已退回', en: 'Returned' },
    recused: { zh: '已回避', en: 'Recused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  'appeal.state': {
    draft: { zh: '起草中', en: 'Draft' },
    filed: { zh: '待受理', en: 'Filed' },
    reviewing: { zh: '复核中', en: 'Under review' },
    upheld: { zh: '维持原结果', en: 'Upheld' },
    amended: { zh: '已更正', en: 'Amended' },
    refused: { zh: '不予受理', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  'story.state': {
    draft: { zh: '草稿', en: 'Draft' },
    submitted: { zh: '已投稿', en: 'Submitted' },
    edited: { zh: '已编辑', en: 'Edited' },
    approved: { zh: '已审定', en: 'Approved' },
    scheduled: { zh: '待定时刊发', en: 'Scheduled' },
    published: { zh: '已刊发', en: 'Published' },
    correcting: { zh: '更正中', en: 'Being corrected' },
    corrected: { zh: '已更正', en: 'Corrected' },
    withdrawn: { zh: '已撤下', en: 'Withdrawn' },
  },
  'story-photo.people': {
    none: { zh: '无可辨认人物', en: 'Nobody recognisable' },
    adults: { zh: '有成年人', en: 'Adults' },
    minors: { zh: '有未成年人', en: 'Minors' },
  },
  'portrait-consent.state': {
    pending: { zh: '待登记', en: 'Pending' },
    given: { zh: '已同意', en: 'Given' },
    refused: { zh: '不同意', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  'media-placement.level': {
    national: { zh: '国家级', en: 'National' },
    province: { zh: '省级', en: 'Provincial' },
    city: { zh: '市级', en: 'City' },
  },
  'media-placement.state': {
    reported: { zh: '待核实', en: 'Reported' },
    verified: { zh: '已核实', en: 'Verified' },
    returned: { zh: '已退回', en: 'Returned' },
  },
  'api-consumer.state': {
    active: { zh: '在用', en: 'Active' },
    revoked: { zh: '已停用', en: 'Revoked' },
  },
  'webhook.state': {
    active: { zh: '在用', en: 'Active' },
    disabled: { zh: '已停用', en: 'Disabled' },
  },
  'report-requirement.kind': {
    interimSummary: { zh: '工作小结', en: 'Interim summary' },
    annualSummary: { zh: '全年工作总结', en: 'Annual summary' },
    other: { zh: '其他', en: 'Other' },
  },
  'site-plan.state': {
    draft: { zh: '起草中', en: 'Draft' },
    submitted: { zh: '待审定', en: 'Submitted' },
    approved: { zh: '已审定', en: 'Approved' },
    returned: { zh: '已退回', en: 'Returned' },
  },
  'site-offer.kind': {
    room: { zh: '场室', en: 'Room' },
    seat: { zh: '座位', en: 'Seats' },
    equipment: { zh: '设备', en: 'Equipment' },
    other: { zh: '其他', en: 'Other' },
  },
  'action-plan.state': {
    draft: { zh: '起草中', en: 'Draft' },
    submitted: { zh: '已报送', en: 'Submitted' },
    accepted: { zh: '已接收', en: 'Accepted' },
    returned: { zh: '已退回', en: 'Returned' },
  },
  'liaison-content.state': {
    draft: { zh: '草拟', en: 'Draft' },
    unitProposed: { zh: '单位已提出', en: 'Proposed by the unit' },
    siteProposed: { zh: '阵地已提出', en: 'Proposed by the site' },
    agreed: { zh: '已商定', en: 'Agreed' },
    returned: { zh: '已退回', en: 'Returned' },
  },
  'report.state': {
    draft: { zh: '草稿', en: 'Draft' },
    submitted: { zh: '已报送', en: 'Submitted' },
    accepted: { zh: '已接收', en: 'Accepted' },
    returned: { zh: '已退回', en: 'Returned' },
  },
  'material-submission.state': {
    draft: { zh: '草稿', en: 'Draft' },
    submitted: { zh: '已报所、镇', en: 'At the institute' },
    forwarded: { zh: '已转报区', en: 'At the district' },
    accepted: { zh: '区已接收', en: 'Accepted' },
    returned: { zh: '已退回', en: 'Returned' },
  },
  'attendance.origin': {
    manual: { zh: '现场登记', en: 'Entered here' },
    ivolunteer: { zh: '采自i志愿', en: 'Taken from iVolunteer' },
  },
  'ivolunteer-mapping.dateOrder': {
    ymd: { zh: '年月日', en: 'Year, month, day' },
    dmy: { zh: '日月年', en: 'Day, month, year' },
    mdy: { zh: '月日年', en: 'Month, day, year' },
  },
  'ivolunteer-mapping.durationUnit': {
    hours: { zh: '小时', en: 'Hours' },
    minutes: { zh: '分钟', en: 'Minutes' },
  },
  'ivolunteer-entry.standing': {
    matched: { zh: '已匹配', en: 'Matched' },
    unmatched: { zh: '待处理', en: 'Waiting' },
    discarded: { zh: '不采用', en: 'Left out' },
  },
  'hour-review.kind': {
    overlap: { zh: '时间重叠', en: 'Overlap' },
    longDay: { zh: '一天过长', en: 'Too long a day' },
    lateEntry: { zh: '事后补录', en: 'Entered late' },
    outsideActivity: { zh: '超出活动时间', en: 'Beyond the activity' },
    rounded: { zh: '整数习惯', en: 'Rounded numbers' },
  },
  'hour-review.state': {
    open: { zh: '待复核', en: 'Open' },
    accepted: { zh: '情况属实', en: 'Accepted' },
    corrected: { zh: '已更正', en: 'Corrected' },
    noted: { zh: '记录在案', en: 'Noted' },
    gone: { zh: '已消除', en: 'Gone' },
  },
  'photo-flag.state': {
    open: { zh: '待核查', en: 'To check' },
    sameEvent: { zh: '属同一活动', en: 'Same event' },
    reuse: { zh: '重复使用', en: 'Used again' },
    dismissed: { zh: '已排除', en: 'Dismissed' },
  },
  'photo-flag.kind': REUSE_WORDS,
  'evaluation.source': SOURCE_WORDS,
  'assignment.source': SOURCE_WORDS,
  'staff.role': ROLE_WORDS,
  'form-rule.role': without(ROLE_WORDS, 'districtOffice'),
  'form-rule.mode': {
    hidden: { zh: '不显示', en: 'Hidden' },
    readOnly: { zh: '只读', en: 'Read-only' },
    preset: { zh: '预填', en: 'Prefilled' },
  },
  'saved-view.sharedWith': { everyone: { zh: '所有人', en: 'Everyone' }, ...ROLE_WORDS },
  'computed-column.kind': {
    number: { zh: '数字', en: 'Number' },
    text: { zh: '文字', en: 'Text' },
    flag: { zh: '是否', en: 'Yes or no' },
  },
  'honour.level': {
    national: { zh: '国家级', en: 'National' },
    province: { zh: '省级', en: 'Provincial' },
    city: { zh: '市级', en: 'City' },
    district: { zh: '区级', en: 'District' },
  },
};

/** Words of an enumeration's value, the office's own before the program's; the value itself when none are set. */
export function enumWords(resource: string, field: string, value: string): Words {
  const key = `${resource}.${field}`;
  return changedWords(`${key}.${value}`) ?? ENUM_TEXT[key]?.[value] ?? { zh: value, en: value };
}
