/** The invented towns with their villages and communities; six sites each. */
export const TOWNS: readonly { name: string; alias: string; sites: readonly string[] }[] = [
  {
    name: '云溪镇',
    alias: '云溪',
    sites: ['东湖社区', '云溪社区', '桂园社区', '石桥村', '新塘村', '梅林村'],
  },
  {
    name: '临江镇',
    alias: '临江',
    sites: ['江畔社区', '学府社区', '滨江社区', '沙洲村', '渡头村', '芦荻村'],
  },
  {
    name: '松岭镇',
    alias: '松岭',
    sites: ['松岭社区', '兴业社区', '青松社区', '上岭村', '下岭村', '茶园村'],
  },
  {
    name: '桥头镇',
    alias: '桥头',
    sites: ['桥东社区', '桥西社区', '荷花社区', '石湾村', '古井村', '竹围村'],
  },
];

export const CENTER = '高新区新时代文明实践中心';
export const instituteOf = (town: string): string => `${town}新时代文明实践所`;
export const stationOf = (site: string): string => `${site}新时代文明实践站`;
