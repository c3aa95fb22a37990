import type { RubricPreset } from './preset';

const STATES = [
  { code: 'A', percent: 100 },
  { code: 'B', percent: 66 },
  { code: 'C', percent: 33 },
  { code: 'C#', percent: 0 },
] as const;

/** 示例: states A/B/C/C#, some by the number of violations or of standards met. */
export const levelled = {
  name: '分档制 A/B/C/C#（示例）',
  description: '示例。每项评为 A、B、C、C# 四档，分别计 100%、66%、33%、0%。',
  example: true,
  sources: [
    { code: 'town', weight: 30 },
    { code: 'district', weight: 50 },
    { code: 'inspection', weight: 20 },
  ],
  tieBreaks: ['dimension:S', 'source:district', 'rawMean'],
  dimensions: [
    {
      code: 'Z',
      name: '阵地与队伍',
      indicators: [
        {
          code: 'Z1',
          name: '专人对接',
          maxPoints: 20,
          item: { kind: 'level', levels: STATES },
          standard: 'A 有专人且记录完整；B 有专人；C 临时安排；C# 无人对接。',
          dataSource: '结对台账',
        },
        {
          code: 'Z2',
          name: '志愿服务队建设达标数',
          maxPoints: 20,
          item: {
            kind: 'level',
            countBy: 'met',
            levels: [
              { code: 'A', percent: 100, count: 5 },
              { code: 'B', percent: 66, count: 4 },
              { code: 'C', percent: 33, count: 3 },
              { code: 'C#', percent: 0 },
            ],
          },
          standard:
            '有队伍、有队长、有项目、有培训、有记录：达标 5 条为 A，4 条为 B，3 条为 C，不足 3 条为 C#。',
          dataSource: '志愿服务队台账',
        },
      ],
    },
    {
      code: 'S',
      name: '活动现场',
      indicators: [
        {
          code: 'S1',
          name: '现场秩序与卫生',
          maxPoints: 30,
          item: {
            kind: 'level',
            countBy: 'violations',
            levels: [
              { code: 'A', percent: 100, count: 0 },
              { code: 'B', percent: 66, count: 1 },
              { code: 'C', percent: 33, count: 2 },
              { code: 'C#', percent: 0, count: 3 },
            ],
          },
          standard: '无问题为 A,1 处为 B,2 处为 C,3 处及以上为 C#。',
          dataSource: '实地考察',
        },
        {
          code: 'S2',
          name: '群众参与',
          maxPoints: 30,
          item: { kind: 'level', levels: STATES },
          standard: 'A 踊跃；B 较好；C 一般；C# 无群众参加。',
          dataSource: '实地考察',
        },
      ],
    },
  ],
} as const satisfies RubricPreset;
