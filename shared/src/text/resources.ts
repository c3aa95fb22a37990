import type { Words } from './words';

type ResourceText = { label: Words; fields: Record<string, Words> };

/**
 * What the records and their fields are called. The server writes these labels into Strapi's view
 * configuration where the office has not chosen its own; the console falls back to them.
 */
export const RESOURCE_TEXT = {
  town: {
    label: { zh: '镇', en: 'Town' },
    fields: {
      name: { zh: '名称', en: 'Name' },
      aliases: { zh: '别名', en: 'Aliases' },
      leader: { zh: '负责领导', en: 'Leader' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  department: {
    label: { zh: '牵头部门', en: 'Lead department' },
    fields: {
      name: { zh: '名称', en: 'Name' },
      aliases: { zh: '别名', en: 'Aliases' },
      duties: { zh: '职责', en: 'Duties' },
      specialSupervision: { zh: '负责专项督导', en: 'Special supervision' },
      leader: { zh: '负责领导', en: 'Leader' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  unit: {
    label: { zh: '结对共建单位', en: 'Unit' },
    fields: {
      name: { zh: '单位名称', en: 'Name' },
      aliases: { zh: '别名', en: 'Aliases' },
      unitClass: { zh: '单位类别', en: 'Class' },
      resident: { zh: '市驻区单位', en: 'City unit in the district' },
      department: { zh: '主管部门', en: 'Lead department' },
      leader: { zh: '负责领导', en: 'Leader' },
      note: { zh: '备注', en: 'Note' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  'volunteer-team': {
    label: { zh: '志愿服务队', en: 'Volunteer team' },
    fields: {
      name: { zh: '队名', en: 'Name' },
      ownerKind: { zh: '所属类型', en: 'Owner kind' },
      unit: { zh: '所属单位', en: 'Unit' },
      organization: { zh: '社会组织', en: 'Social organisation' },
      leader: { zh: '队长', en: 'Leader' },
      size: { zh: '人数', en: 'Size' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  station: {
    label: { zh: '文明实践阵地', en: 'Site' },
    fields: {
      name: { zh: '阵地名称', en: 'Name' },
      aliases: { zh: '别名', en: 'Aliases' },
      level: { zh: '级别', en: 'Level' },
      parent: { zh: '上级阵地', en: 'Parent site' },
      town: { zh: '所属镇', en: 'Town' },
      civilityArea: { zh: '创文区域', en: 'Civility area' },
      responsibleBody: { zh: '责任单位', en: 'Responsible body' },
      leader: { zh: '负责领导', en: 'Leader' },
      address: { zh: '地址', en: 'Address' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  pairing: {
    label: { zh: '结对', en: 'Pairing' },
    fields: {
      unit: { zh: '单位', en: 'Unit' },
      station: { zh: '阵地', en: 'Site' },
      unitContact: { zh: '单位联系人', en: 'Unit contact' },
      unitContactPhone: { zh: '单位联系电话', en: 'Unit contact phone' },
      stationContact: { zh: '阵地联系人', en: 'Site contact' },
      stationContactPhone: { zh: '阵地联系电话', en: 'Site contact phone' },
      startsOn: { zh: '结对日期', en: 'Since' },
      endsOn: { zh: '结束日期', en: 'Until' },
      note: { zh: '备注', en: 'Note' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  programme: {
    label: { zh: '工作方案', en: 'Programme' },
    fields: {
      name: { zh: '方案名称', en: 'Name' },
      active: { zh: '现行', en: 'Active' },
      sourceNote: { zh: '出处', en: 'Source' },
      organizers: { zh: '组织架构', en: 'Organisers' },
      startsOn: { zh: '开始日期', en: 'Starts' },
      endsOn: { zh: '结束日期', en: 'Ends' },
      phases: { zh: '阶段', en: 'Phases' },
      deadlines: { zh: '报送期限', en: 'Deadlines' },
      focusWeekReading: { zh: '集中活动周口径', en: 'Focus-week reading' },
      cadenceRules: { zh: '频次规则', en: 'Cadence rules' },
      activityRules: { zh: '活动规则', en: 'Activity rules' },
      venueKinds: { zh: '场所类型', en: 'Venue kinds' },
      requirements: { zh: '工作要求', en: 'Requirements' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  category: {
    label: { zh: '活动类别', en: 'Category' },
    fields: {
      code: { zh: '代码', en: 'Code' },
      name: { zh: '类别名称', en: 'Name' },
      order: { zh: '顺序', en: 'Order' },
      guidance: { zh: '内容指引', en: 'Guidance' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  project: {
    label: { zh: '志愿服务项目', en: 'Service project' },
    fields: {
      title: { zh: '项目名称', en: 'Title' },
      team: { zh: '志愿服务队', en: 'Volunteer team' },
      unit: { zh: '申报单位', en: 'Unit' },
      category: { zh: '类别', en: 'Category' },
      summary: { zh: '项目简介', en: 'Summary' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  activity: {
    label: { zh: '活动', en: 'Activity' },
    fields: {
      title: { zh: '活动名称', en: 'Title' },
      category: { zh: '类别', en: 'Category' },
      unit: { zh: '开展单位', en: 'Unit' },
      station: { zh: '阵地', en: 'Site' },
      pairing: { zh: '结对', en: 'Pairing' },
      project: { zh: '服务项目', en: 'Service project' },
      startsAt: { zh: '开始时间', en: 'Starts' },
      endsAt: { zh: '结束时间', en: 'Ends' },
      day: { zh: '活动日期', en: 'Day' },
      month: { zh: '月份', en: 'Month' },
      venue: { zh: '地点', en: 'Venue' },
      venueKind: { zh: '场所类型', en: 'Venue kind' },
      expectedPeople: { zh: '预计人数', en: 'Expected people' },
      routine: { zh: '常态化活动', en: 'Routine' },
      materialsReviewed: { zh: '物料已审核', en: 'Materials reviewed' },
      firstAidOfficer: { zh: '急救备勤人员', en: 'First-aid officer' },
      ivolunteerNumber: { zh: 'i志愿活动编号', en: 'i志愿 number' },
      publicSecurityApproval: { zh: '公安审批文件', en: 'Public-security approval' },
      urbanManagementApproval: { zh: '城管审批文件', en: 'Urban-management approval' },
      actualPeople: { zh: '实到人数', en: 'People present' },
      volunteers: { zh: '志愿者人数', en: 'Volunteers' },
      serviceMinutes: { zh: '服务时长(分钟)', en: 'Service minutes' },
      summary: { zh: '活动总结', en: 'Summary' },
      photos: { zh: '照片', en: 'Photos' },
      announcedAt: { zh: '发布时间', en: 'Announced at' },
      reportedAt: { zh: '报送时间', en: 'Reported at' },
      verifiedAt: { zh: '核实时间', en: 'Verified at' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  rubric: {
    label: { zh: '测评体系', en: 'Rubric' },
    fields: {
      name: { zh: '名称', en: 'Name' },
      version: { zh: '版本', en: 'Version' },
      definition: { zh: '体系内容', en: 'Definition' },
      contentHash: { zh: '内容指纹', en: 'Content hash' },
      reason: { zh: '修订原因', en: 'Reason' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  round: {
    label: { zh: '测评轮次', en: 'Round' },
    fields: {
      name: { zh: '轮次名称', en: 'Name' },
      rubric: { zh: '测评体系', en: 'Rubric' },
      programme: { zh: '工作方案', en: 'Programme' },
      opensOn: { zh: '开始日期', en: 'Opens' },
      closesOn: { zh: '截止日期', en: 'Closes' },
      roster: { zh: '参评名册', en: 'Roster' },
      frozen: { zh: '冻结内容', en: 'Frozen inputs' },
      frozenHash: { zh: '冻结指纹', en: 'Frozen hash' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  assignment: {
    label: { zh: '测评分工', en: 'Assignment' },
    fields: {
      round: { zh: '轮次', en: 'Round' },
      unit: { zh: '被评单位', en: 'Unit' },
      evaluator: { zh: '测评员', en: 'Evaluator' },
      source: { zh: '评分来源', en: 'Source' },
      reason: { zh: '调整原因', en: 'Reason' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  evaluation: {
    label: { zh: '评分表', en: 'Evaluation' },
    fields: {
      assignment: { zh: '分工', en: 'Assignment' },
      round: { zh: '轮次', en: 'Round' },
      unit: { zh: '被评单位', en: 'Unit' },
      evaluator: { zh: '测评员', en: 'Evaluator' },
      source: { zh: '评分来源', en: 'Source' },
      entries: { zh: '评分', en: 'Entries' },
      comment: { zh: '总体意见', en: 'Comment' },
      total: { zh: '得分', en: 'Total' },
      submittedAt: { zh: '提交时间', en: 'Submitted at' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  story: {
    label: { zh: '稿件', en: 'Story' },
    fields: {
      title: { zh: '标题', en: 'Title' },
      activity: { zh: '活动', en: 'Activity' },
      unit: { zh: '单位', en: 'Unit' },
      station: { zh: '阵地', en: 'Site' },
      category: { zh: '类别', en: 'Category' },
      author: { zh: '作者', en: 'Author' },
      summary: { zh: '摘要', en: 'Summary' },
      body: { zh: '正文', en: 'Body' },
      photos: { zh: '图片', en: 'Pictures' },
      releasedAt: { zh: '发布时间', en: 'Released at' },
      state: { zh: '状态', en: 'State' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
  staff: {
    label: { zh: '人员账号', en: 'Staff' },
    fields: {
      username: { zh: '账号', en: 'Account' },
      displayName: { zh: '姓名', en: 'Name' },
      role: { zh: '角色', en: 'Role' },
      unit: { zh: '所属单位', en: 'Unit' },
      station: { zh: '所属阵地', en: 'Site' },
      town: { zh: '所属镇', en: 'Town' },
      department: { zh: '所属部门', en: 'Department' },
      blocked: { zh: '停用', en: 'Blocked' },
      example: { zh: '示例', en: 'Example' },
      rev: { zh: '修订号', en: 'Revision' },
    },
  },
} as const satisfies Record<string, ResourceText>;

/** Label of a record type; the identifier itself when it is not one of the built-in types. */
export function resourceLabel(resource: string): Words {
  const text = (RESOURCE_TEXT as Record<string, ResourceText>)[resource];
  return text?.label ?? { zh: resource, en: resource };
}

/** Label of a field of a record type; the field's identifier when it has none. */
export function fieldLabel(resource: string, field: string): Words {
  const text = (RESOURCE_TEXT as Record<string, ResourceText>)[resource];
  return text?.fields[field] ?? { zh: field, en: field };
}
