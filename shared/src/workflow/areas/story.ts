import type { Machine } from '../machine';

const DESK = ['publicity', 'districtOffice'] as const;

/**
 * A story's way from the field to the paper. After it was sent in it is the desk's; what is out stays out as it was
 * published while a correction is written.
 */
export const story = {
  states: [
    'draft',
    'submitted',
    'edited',
    'approved',
    'scheduled',
    'published',
    'correcting',
    'corrected',
    'withdrawn',
  ],
  initial: 'draft',
  editable: ['draft', 'submitted', 'edited', 'correcting'],
  editors: { submitted: DESK, edited: DESK, correcting: DESK },
  entry: ['draft'],
  transitions: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: ['unit', 'station', 'town', ...DESK],
      label: { zh: '投稿', en: 'Submit' },
      needs: ['content'],
      stamps: 'submittedAt',
      stampsOnce: true,
    },
    edit: {
      from: ['submitted'],
      to: 'edited',
      by: DESK,
      label: { zh: '编辑完成', en: 'Edited' },
      done: { zh: '已编辑', en: 'Edited' },
    },
    approve: {
      from: ['edited'],
      to: 'approved',
      by: DESK,
      label: { zh: '审定', en: 'Approve' },
      needs: ['column', 'summary', 'content'],
      gate: 'storyCleared',
    },
    return: {
      from: ['submitted', 'edited'],
      to: 'draft',
      by: DESK,
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    reopen: {
      from: ['approved', 'scheduled'],
      to: 'edited',
      by: DESK,
      label: { zh: '重新编辑', en: 'Edit again' },
      reason: true,
    },
    schedule: {
      from: ['approved'],
      to: 'scheduled',
      by: DESK,
      label: { zh: '定时刊发', en: 'Schedule' },
      needs: ['scheduledFor'],
      gate: 'storyScheduled',
    },
    unschedule: {
      from: ['scheduled'],
      to: 'approved',
      by: DESK,
      label: { zh: '取消定时', en: 'Take off the schedule' },
      done: { zh: '已取消定时', en: 'Taken off the schedule' },
      reason: true,
    },
    publish: {
      from: ['approved', 'scheduled'],
      to: 'published',
      by: DESK,
      label: { zh: '刊发', en: 'Publish' },
      gate: 'storyReleased',
      stamps: 'releasedAt',
    },
    correct: {
      from: ['published', 'corrected'],
      to: 'correcting',
      by: DESK,
      label: { zh: '更正', en: 'Correct' },
      done: { zh: '开始更正', en: 'Correction begun' },
    },
    republish: {
      from: ['correcting'],
      to: 'corrected',
      by: DESK,
      label: { zh: '刊发更正', en: 'Publish correction' },
      needs: ['correction', 'column', 'summary', 'content'],
      gate: 'storyReleased',
      stamps: 'correctedAt',
    },
    /** Back to what is out; a story that was corrected before goes back to `corrected`. */
    cancelCorrection: {
      from: ['correcting'],
      to: 'published',
      by: DESK,
      label: { zh: '放弃更正', en: 'Give up the correction' },
      done: { zh: '已放弃更正', en: 'Correction given up' },
      warning: {
        zh: '更正中改动的文字和设置将恢复为已刊发的内容。',
        en: 'What was changed since the correction began goes back to what is out.',
      },
    },
    withdraw: {
      from: ['published', 'correcting', 'corrected'],
      to: 'withdrawn',
      by: DESK,
      label: { zh: '撤下', en: 'Withdraw' },
      stamps: 'withdrawnAt',
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;

/** Whether somebody in a picture agrees to being shown; taking it back counts at once. */
export const portraitConsent = {
  states: ['pending', 'given', 'refused', 'withdrawn'],
  initial: 'pending',
  editable: ['pending'],
  entry: ['pending'],
  transitions: {
    give: {
      from: ['pending'],
      to: 'given',
      by: ['unit', 'station', ...DESK],
      label: { zh: '登记同意', en: 'Consent given' },
      needs: ['givenOn'],
      gate: 'portraitConsent',
    },
    refuse: {
      from: ['pending'],
      to: 'refused',
      by: ['unit', 'station', ...DESK],
      label: { zh: '登记不同意', en: 'Consent refused' },
      danger: true,
    },
    /** Who refused may agree later: then it is written down anew, with the day and the guardian of that. */
    askAgain: {
      from: ['refused'],
      to: 'pending',
      by: ['unit', 'station', ...DESK],
      label: { zh: '重新征求', en: 'Ask again' },
      done: { zh: '已改为待征求', en: 'To be asked again' },
      reason: true,
    },
    withdraw: {
      from: ['given'],
      to: 'withdrawn',
      by: ['unit', 'station', ...DESK],
      label: { zh: '撤回同意', en: 'Consent withdrawn' },
      reason: true,
      danger: true,
      warning: {
        zh: '已刊发的稿件将立即不再显示这张图片,接口用户会收到通知。',
        en: 'Published stories stop showing the picture at once, and consumers are told.',
      },
    },
  },
} as const satisfies Machine;

/** A story of the unit in the media: counts once somebody of the desk has seen it. */
export const mediaPlacement = {
  states: ['reported', 'verified', 'returned'],
  initial: 'reported',
  editable: ['reported', 'returned'],
  entry: ['reported'],
  transitions: {
    verify: {
      from: ['reported'],
      to: 'verified',
      by: DESK,
      label: { zh: '核实', en: 'Verify' },
      stamps: 'verifiedAt',
    },
    return: {
      from: ['reported', 'verified'],
      to: 'returned',
      by: DESK,
      label: { zh: '退回', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    resubmit: {
      from: ['returned'],
      to: 'reported',
      by: ['unit', 'station', 'town', ...DESK],
      label: { zh: '重新报送', en: 'Report again' },
    },
  },
} as const satisfies Machine;

export const apiConsumer = {
  states: ['active', 'revoked'],
  initial: 'active',
  editable: ['active'],
  entry: ['active'],
  transitions: {
    revoke: {
      from: ['active'],
      to: 'revoked',
      by: DESK,
      label: { zh: '停用', en: 'Revoke' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;

export const webhook = {
  states: ['active', 'disabled'],
  initial: 'active',
  editable: ['active', 'disabled'],
  entry: ['active'],
  transitions: {
    disable: {
      from: ['active'],
      to: 'disabled',
      by: DESK,
      label: { zh: '停用', en: 'Disable' },
      reason: true,
    },
    enable: {
      from: ['disabled'],
      to: 'active',
      by: DESK,
      label: { zh: '启用', en: 'Enable' },
    },
  },
} as const satisfies Machine;
