import type { Random } from './random';

const SURNAMES = [...'陈林黄张李王吴刘蔡杨许郑谢郭洪曾邱廖赖周叶苏庄吕江何萧罗高潘简朱钟彭游詹胡施沈余'];
const GIVEN = [
  '志远',
  '晓彤',
  '文博',
  '佳怡',
  '建国',
  '丽华',
  '俊杰',
  '雪梅',
  '海燕',
  '伟明',
  '思敏',
  '国栋',
  '春兰',
  '浩然',
  '婉婷',
  '永强',
  '秀英',
  '子轩',
  '美玲',
  '振华',
  '嘉欣',
  '立新',
  '小芳',
  '天成',
  '玉珍',
  '明辉',
  '慧敏',
  '卫东',
  '静怡',
  '家豪',
];

/** Invented people, each name once, with telephone numbers that no network gives out. */
export type People = { name(): string; phone(): string };

export function inventedPeople(random: Random): People {
  const names = random.shuffled(SURNAMES.flatMap((surname) => GIVEN.map((given) => surname + given)));
  let used = 0;
  let phones = 0;
  return {
    name() {
      used += 1;
      return names[(used - 1) % names.length] as string;
    },
    phone() {
      phones += 1;
      return `138-0000-${String(phones).padStart(4, '0')}`;
    },
  };
}
