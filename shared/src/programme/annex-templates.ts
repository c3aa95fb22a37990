/** A column of an import template. */
export type TemplateColumn = { key: string; header: string; required: boolean };

/** An annex that the plan names but does not include: headers to fill in, never rows. */
export type AnnexTemplate = { code: string; title: string; note: string; columns: readonly TemplateColumn[] };

const NOTE = '工作方案提到本附件但未附内容;表头为本系统拟定,请按实际印发的附件填写。';

const column = (key: string, header: string, required = false): TemplateColumn => ({ key, header, required });

export const ANNEX_TEMPLATES: readonly AnnexTemplate[] = [
  {
    code: 'annex2',
    title: '附件2 活动项目参考',
    note: NOTE,
    columns: [
      column('order', '序号'),
      column('category', '活动类别', true),
      column('title', '活动项目', true),
      column('content', '活动内容'),
      column('note', '备注'),
    ],
  },
  {
    code: 'annex3',
    title: '附件3 重点单位名单及任务安排',
    note: NOTE,
    columns: [
      column('order', '序号'),
      column('unit', '重点单位', true),
      column('tasks', '任务安排', true),
      column('note', '备注'),
    ],
  },
];
