import type { Column, SheetDefinition } from './column';

/** Tells sites of one name apart; nothing of it is stored. */
export const TOWN_HINT: Column = {
  header: '阵地所属镇',
  field: 'townHint',
  aliases: ['所属镇', '镇', '所在镇', '镇街'],
  kind: 'relation',
  target: 'town',
  hint: true,
  example: null,
  help: '只在几个镇有同名阵地时填写。',
};

const PHONE = {
  test: /^[0-9+()\-–—‐−/、,; 转]{3,40}$/,
  words: { zh: '电话号码,如 0755-12345678', en: 'a telephone number' },
};

export const PAIRING_SHEET: SheetDefinition = {
  sheet: '结对',
  aliases: ['结对关系', '结对名单', '结对安排', '结对安排表', '结对共建'],
  resource: 'pairing',
  columns: [
    {
      header: '单位',
      field: 'unit',
      aliases: ['单位名称', '共建单位', '结对单位', '结对共建单位'],
      kind: 'relation',
      target: 'unit',
      required: true,
      example: '示例区教育发展中心',
      help: '单位的名称或别名,须在系统中或本工作簿“单位”表中。',
    },
    {
      header: '阵地',
      field: 'station',
      aliases: ['阵地名称', '结对阵地', '所站', '文明实践所站', '结对所站', '包联社区'],
      kind: 'relation',
      target: 'station',
      required: true,
      example: '示例社区新时代文明实践站',
      help: '阵地的名称或别名。只有所和站可以结对。',
    },
    TOWN_HINT,
    {
      header: '单位联系人',
      field: 'unitContact',
      kind: 'text',
      name: true,
      maxLength: 60,
      required: true,
      example: '王五',
      help: '单位落实的专人。',
    },
    {
      header: '单位联系电话',
      field: 'unitContactPhone',
      aliases: ['单位联系人电话', '单位电话'],
      kind: 'text',
      narrow: true,
      maxLength: 40,
      pattern: PHONE,
      example: '00000000',
      help: '可不填。',
    },
    {
      header: '阵地联系人',
      field: 'stationContact',
      aliases: ['所站联系人', '社区联系人', '站联系人'],
      kind: 'text',
      name: true,
      maxLength: 60,
      required: true,
      example: '赵六',
      help: '阵地落实的专人。',
    },
    {
      header: '阵地联系电话',
      field: 'stationContactPhone',
      aliases: ['阵地联系人电话', '所站联系电话', '阵地电话', '社区联系电话'],
      kind: 'text',
      narrow: true,
      maxLength: 40,
      pattern: PHONE,
      example: '00000000',
      help: '可不填。',
    },
    {
      header: '结对日期',
      field: 'startsOn',
      aliases: ['开始日期', '结对时间', '起始日期'],
      kind: 'date',
      example: '2022-07-01',
      help: '年月日齐全,如 2022-07-01。',
    },
  ],
};
