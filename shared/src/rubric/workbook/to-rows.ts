import { ITEM_KIND_WORDS } from '../item-kinds';
import type { Rubric, RubricInput } from '../schema';
import { SOURCE_WORDS } from '../sources';
import type { RubricRow } from './columns';
import { writeEvidence } from './evidence-words';
import { writeOptions } from './write-options';

/** What a workbook of indicators does not hold: sources, bands, policy and so on. */
export type RubricSettings = Omit<RubricInput, 'dimensions'>;

/** A rubric's settings, to be kept while its indicators travel in a workbook. */
export function settingsOf({ dimensions: _dimensions, ...settings }: Rubric): RubricSettings {
  return settings;
}

/** A rubric's indicators as rows of the workbook (row 1 is the header), for export and as the template. */
export function rubricToRows(rubric: Rubric): RubricRow[] {
  const cells = rubric.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) => ({
      维度编码: dimension.code,
      维度: dimension.name,
      维度起评分: dimension.base ?? null,
      指标编码: indicator.code,
      指标: indicator.name,
      类型: ITEM_KIND_WORDS[indicator.item.kind].zh,
      分值: indicator.maxPoints,
      评分标准: indicator.standard ?? null,
      数据来源: indicator.dataSource ?? null,
      评价主体: indicator.sources?.map((source) => SOURCE_WORDS[source].zh).join('、') ?? null,
      选项: writeOptions(indicator.item) || null,
      佐证记录: indicator.evidence ? writeEvidence(indicator.evidence) : null,
    })),
  );
  return cells.map((row, at) => ({ row: at + 2, cells: row }));
}
