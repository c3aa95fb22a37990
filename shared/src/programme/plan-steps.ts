import type { Deadline } from './deadline';
import type { Phase } from './phase';

/** 六、工作步骤和安排. The plan begins 自即日起 and does not state its day of issue. */
export const PLAN_PHASES: readonly Phase[] = [
  {
    code: 'deployment',
    words: { zh: '部署阶段', en: 'Deployment' },
    from: null,
    to: '2022-06-30',
    note: '6月下旬前',
    tasks: ['印发工作方案,建立工作协调机制'],
  },
  {
    code: 'progress',
    words: { zh: '推进阶段', en: 'Progress' },
    from: '2022-07-01',
    to: '2023-02-28',
    note: '2022年7月至2023年2月份',
    tasks: [
      '各结对共建单位按照任务分工,开展形式丰富的文明实践志愿服务活动',
      '团工委建立志愿服务资源项目库,积极培育志愿服务工作品牌',
      '区创文巩卫办对活动开展情况进行定期督查指导',
      '区办公室(宣传)对结对共建活动中涌现出来的先进做法和感人事迹进行报道',
    ],
  },
  {
    code: 'conclusion',
    words: { zh: '总结阶段', en: 'Conclusion' },
    from: '2023-03-01',
    to: '2023-03-31',
    note: '2023年3月份',
    tasks: ['认真总结活动工作,适时召开会议通报工作情况,将各单位工作情况纳入相关考核'],
  },
];

/**
 * What every unit reports to the district office. The plan gives the days only; that figures run to the due
 * day and may be completed by an addendum is ours, since the annual report is due before the phase ends.
 */
export const PLAN_DEADLINES: readonly Deadline[] = [
  {
    code: 'interimSummary',
    words: { zh: '工作小结', en: 'Interim summary' },
    dueOn: '2022-10-20',
    dayIncluded: true,
    dataCutoff: '2022-10-20',
    addendumAllowed: true,
    source: '七(五):2022年10月20日前报送工作小结',
  },
  {
    code: 'annualSummary',
    words: { zh: '全年工作总结', en: 'Annual summary' },
    dueOn: '2023-02-20',
    dayIncluded: true,
    dataCutoff: '2023-02-20',
    addendumAllowed: true,
    source: '七(五):2023年2月20日前报送全年工作总结',
  },
];
