import type { Words } from './words';

/**
 * Every stable error code of the API with the words a person sees.
 * A code is part of the contract: it is never renamed, and its words name the way out.
 */
export const ERROR_TEXT = {
  SIGN_IN_REQUIRED: { zh: '请先登录。', en: 'Please sign in first.' },
  BAD_CREDENTIALS: { zh: '账号或密码不正确。', en: 'The account or the password is not right.' },
  ACCOUNT_BLOCKED: {
    zh: '该账号已停用,请联系区办公室。',
    en: 'This account is blocked; ask the district office.',
  },
  TOO_MANY_TRIES: { zh: '尝试次数过多,请稍后再试。', en: 'Too many tries; please wait.' },
  PASSWORD_TOO_SHORT: { zh: '新密码至少 10 个字符。', en: 'The new password needs at least 10 characters.' },
  PASSWORD_SAME: { zh: '新密码不能与原密码相同。', en: 'The new password must differ from the old one.' },
  PASSWORD_WRONG: { zh: '原密码不正确。', en: 'The current password is not right.' },
  NOT_ALLOWED: { zh: '您的角色不能执行此操作。', en: 'Your role may not do this.' },
  OUT_OF_SCOPE: { zh: '该记录不在您的管理范围内。', en: 'This record is outside your scope.' },
  NO_PROGRAMME: {
    zh: '还没有现行的工作方案,请先载入方案。',
    en: 'No programme is in force; load the plan first.',
  },
  NOT_FOUND: { zh: '没有找到,可能已被删除或不在您的范围内。', en: 'Not found, or outside your scope.' },
  WITHDRAWN: { zh: '该内容已撤下。', en: 'This was taken out.' },
  CURSOR_UNUSABLE: {
    zh: '游标无效,请不带游标从头同步。',
    en: 'The cursor is not usable; start anew without one.',
  },
  METHOD_NOT_ALLOWED: { zh: '此地址只能读取。', en: 'This address can only be read.' },
  ADDRESS_TOO_LONG: { zh: '网址过长。', en: 'The address is too long.' },
  BUSY: { zh: '正忙,请稍后再试。', en: 'Busy; please try again later.' },
  BAD_QUERY: { zh: '查询条件不正确。', en: 'The query is not valid.' },
  BAD_INPUT: { zh: '有内容需要更正。', en: 'Something needs correcting.' },
  REQUIRED: { zh: '必填。', en: 'Required.' },
  WRONG_TYPE: { zh: '格式不正确。', en: 'Wrong kind of value.' },
  TOO_LONG: { zh: '内容过长。', en: 'Too long.' },
  BAD_CHARACTERS: {
    zh: '含有无法保存的字符,请删除后重新输入。',
    en: 'It has characters that cannot be saved; delete them and type it again.',
  },
  OUT_OF_RANGE: { zh: '超出允许范围。', en: 'Out of the allowed range.' },
  NOT_AN_OPTION: { zh: '不在可选范围内。', en: 'Not one of the options.' },
  UNKNOWN_FIELD: { zh: '没有这个字段,或不能由您填写。', en: 'No such field, or not yours to set.' },
  UNKNOWN_RELATION: {
    zh: '所选记录不存在或不在您的范围内。',
    en: 'The chosen record does not exist for you.',
  },
  WRONG_ID_NUMBER: {
    zh: '证件号码有误,请核对后重新填写。',
    en: 'The identity number cannot be right; check it.',
  },
  OFFER_CLOSED: { zh: '该资源此时不开放。', en: 'It is not offered at that time.' },
  OFFER_TAKEN: { zh: '该资源此时已被预订。', en: 'It is taken at that time.' },
  ENDS_BEFORE_START: { zh: '结束时间须晚于开始时间。', en: 'The end must come after the start.' },
  DUPLICATE: { zh: '已有相同的记录。', en: 'The same record exists already.' },
  IN_USE: { zh: '有其他记录引用它,不能删除。', en: 'Other records use it; it cannot be deleted.' },
  REV_REQUIRED: { zh: '缺少修订号,请刷新后重试。', en: 'The revision is missing; reload and try again.' },
  REV_CONFLICT: {
    zh: '其他人刚刚修改了这条记录,请核对最新内容后再保存。',
    en: 'Somebody changed this record meanwhile; look at it again before saving.',
  },
  REQUEST_KEY_REUSED: {
    zh: '这次提交的编号已用于另一次提交,请刷新后重试。',
    en: 'The key of this request was used for another one; reload and try again.',
  },
  TRANSITION_UNKNOWN: { zh: '没有这个操作。', en: 'There is no such step.' },
  TRANSITION_REFUSED: {
    zh: '当前状态不能执行此操作。',
    en: 'This step is not possible from the current state.',
  },
  REASON_REQUIRED: { zh: '请填写原因。', en: 'Please give a reason.' },
  STATE_LOCKED: { zh: '当前状态下不能修改。', en: 'It cannot be edited in this state.' },
  MOVED_WITHOUT_NOTICE: {
    zh: '活动已公开发布,不能改到已经过去的时间。',
    en: 'It is announced and cannot be moved to a time that has passed.',
  },
  GATE_NOT_MET: { zh: '还有规定事项未完成。', en: 'Required things are still missing.' },
  SHEET_INCOMPLETE: { zh: '还有指标未评分。', en: 'Some indicators are not scored yet.' },
  OUTSIDE_WINDOW: { zh: '不在填写时间内。', en: 'Not within the time for filling it in.' },
  RECUSAL: { zh: '按回避规定不能评价该单位。', en: 'Recusal: this unit may not be scored by this person.' },
  BULLETIN_CHANGED: {
    zh: '保存的通报与签发时的指纹不符,不能使用。请系统管理员运行 npm run verify-audit 核对,并从备份恢复。',
    en: 'The kept bulletin is not the one that was signed. Let an administrator run npm run verify-audit and restore it from a back-up.',
  },
  RUBRIC_UNSOUND: { zh: '测评体系还有错误,不能启用。', en: 'The rubric still has errors.' },
  RUBRIC_INCOMPLETE: {
    zh: '测评体系还有没填好的地方,不能导出。请先在“编制”页填好并保存。',
    en: 'The rubric is half written and cannot be exported. Complete it first.',
  },
  RUBRIC_WORKBOOK_WRONG: {
    zh: '工作簿中有错误,没有导入。请更正后再上传。',
    en: 'The workbook has errors and was not taken over. Correct it and upload it again.',
  },
  FILE_TOO_LARGE: {
    zh: '文件过大:不超过 20 MB,工作簿不超过 20 万行。',
    en: 'The file is too large: at most 20 MB, and 200,000 rows of a workbook.',
  },
  FILE_UNREADABLE: {
    zh: '无法读取该文件。请上传 .xlsx 工作簿;.xls、.csv 等请先在 Excel 中打开并另存为 .xlsx,设有打开密码的请先取消密码。',
    en: 'The file cannot be read. Send an .xlsx workbook; save .xls or .csv as .xlsx first, and without a password.',
  },
  EXPORT_UNREADABLE: {
    zh: '无法读取该文件。请上传 i志愿 导出的 .xlsx 或 .csv(GBK、UTF-8 均可);.xls 请先在表格软件中另存为 .xlsx。',
    en: 'The file cannot be read. Send the export as .xlsx or .csv (GBK or UTF-8); save .xls as .xlsx first.',
  },
  EXPORT_WITHOUT_TABLE: {
    zh: '没有找到表头:前 15 行中至少要有姓名、证件、活动编号、时长等三列。',
    en: 'No headings found: three columns such as name, number, activity, duration in the first 15 rows.',
  },
  EXPORT_TOO_LONG: {
    zh: '一次最多导入 20000 行,请按月份分开导出。',
    en: 'At most 20,000 rows at once; export them by month.',
  },
  IMPORT_NOT_LAST: {
    zh: '只能撤销该类记录最近一次、七天以内的导入。',
    en: 'Only the last import of its kind of records can be undone, and within seven days.',
  },
  IMPORT_RELIED_ON: {
    zh: '有记录在导入之后被修改或引用,未撤销任何内容。请先处理列出的记录,或逐条修改。',
    en: 'Some records were changed or are relied on since; nothing was undone. Look at those listed.',
  },
  IMPORT_STALE: {
    zh: '预览之后数据已有变化,请重新检查后再导入。',
    en: 'The data changed after the preview; check again before importing.',
  },
  IMPORT_HAS_ERRORS: {
    zh: '工作簿中有错误,未导入任何内容。',
    en: 'The workbook has errors; nothing was imported.',
  },
  MODEL_NOT_SUPERVISED: {
    zh: '当前运行方式不能发布模型,请用 npm start 启动服务。',
    en: 'Models cannot be published in this mode; start the server with npm start.',
  },
  MODEL_NOTHING: { zh: '草稿与现用模型相同,没有可发布的内容。', en: 'The draft is the model in force.' },
  MODEL_PLAN_STALE: {
    zh: '查看之后草稿或现用模型已有变化,请重新查看变更计划。',
    en: 'The draft or the model changed since; look at the plan again.',
  },
  MODEL_REFUSED: {
    zh: '变更计划中有不允许的内容,请先在草稿中更正。',
    en: 'The plan has changes that are not possible; correct the draft first.',
  },
  MODEL_CONFIRM: {
    zh: '会删除数据的变更须逐一输入名称确认。',
    en: 'Changes that destroy data need each name typed in.',
  },
  MODEL_FILE_UNSOUND: {
    zh: '模型内容有误,未采用。请按提示更正后重试。',
    en: 'The model is not sound and was not taken; correct what is named and try again.',
  },
  MODEL_BUSY: {
    zh: '另一次发布正在进行,请等它结束。',
    en: 'Another publication is under way; wait for its end.',
  },
  MODEL_UNSOUND: {
    zh: '新模型没有通过启动检查,仍用原模型。请检查草稿后再发布。',
    en: 'The new model did not pass its check; the old one stays. Look at the draft and publish again.',
  },
  MODEL_DIED: {
    zh: '新模型的服务刚启用就意外结束,已退回原模型。请检查草稿后再发布。',
    en: 'The server of the new model died right after it took over; the old model is back.',
  },
  MODEL_INTERRUPTED: {
    zh: '发布时服务中断,仍用原模型,可再次发布。',
    en: 'The server stopped while publishing; the old model stays. Publish again.',
  },
  INTERRUPTED: { zh: '处理被中断,请重新检查。', en: 'The work was interrupted; please check again.' },
  TOKEN_REFUSED: {
    zh: '令牌无效、已停用或已过期,请向区办公室索取新的令牌。',
    en: 'The token is unknown, revoked or expired; ask the district office for a new one.',
  },
  QUOTA_SPENT: {
    zh: '今天的请求次数已用完,请于次日零时后再试。',
    en: 'The requests of today are spent; come back after midnight (Asia/Shanghai).',
  },
  BODY_UNREADABLE: {
    zh: '提交的内容不完整或格式不对,未作任何修改。请刷新页面后重新提交。',
    en: 'What was sent is incomplete or of the wrong form; nothing was changed. Reload and send it again.',
  },
  BODY_TOO_LARGE: { zh: '提交的内容过大。', en: 'The request is too large.' },
  INTERNAL: { zh: '系统出错,请稍后再试。', en: 'Something went wrong; please try again.' },
} as const satisfies Record<string, Words>;

export type ErrorCode = keyof typeof ERROR_TEXT;
