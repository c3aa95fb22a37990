import type { Machine } from '../machine';

export const project = {
  states: ['proposed', 'reviewed', 'listed', 'retired'],
  initial: 'proposed',
  editable: ['proposed', 'reviewed', 'listed'],
  entry: ['proposed', 'listed'],
  transitions: {
    review: {
      from: ['proposed'],
      to: 'reviewed',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '审核通过', en: 'Review' },
      needs: ['summary', 'category'],
    },
    list: {
      from: ['reviewed'],
      to: 'listed',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '入库', en: 'List' },
    },
    return: {
      from: ['reviewed'],
      to: 'proposed',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '退回修改', en: 'Return' },
      reason: true,
      danger: true,
      returns: true,
    },
    retire: {
      from: ['listed'],
      to: 'retired',
      by: ['leadDepartment', 'districtOffice'],
      label: { zh: '退出项目库', en: 'Retire' },
      reason: true,
      danger: true,
    },
  },
} as const satisfies Machine;
