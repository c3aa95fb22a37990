import { describe, expect, it } from 'vitest';
import {
  type ConsentFacts,
  isCleared,
  type PictureFacts,
  type PictureReach,
  pictureName,
  pictureReach,
  showsMinors,
  showsPeople,
  unclearedOf,
} from './clearance';

const adult = (state = 'given'): ConsentFacts => ({ state, minor: false, guardian: null });
const minor = (guardian: string | null = '李大明', state = 'given'): ConsentFacts => ({
  state,
  minor: true,
  guardian,
});
const picture = (facts: Partial<PictureFacts> = {}): PictureFacts => ({
  name: pictureName('课堂', 1),
  hasFile: true,
  alt: '居民在听课',
  people: 'none',
  persons: null,
  consents: [],
  ...facts,
});
const adults = (persons: number | null, ...consents: ConsentFacts[]) => ({
  people: 'adults',
  persons,
  consents,
});
const minors = (persons: number, ...consents: ConsentFacts[]) => ({ people: 'minors', persons, consents });

describe('what keeps a picture from coming out', () => {
  it.each<[Partial<PictureFacts>, string[], string]>([
    [{}, [], 'nobody in it, and described'],
    [{ hasFile: false }, ['file'], 'no file'],
    [{ alt: null }, ['alt'], 'not described'],
    [{ alt: '　 ' }, ['alt'], 'described by spaces of either width'],
    [{ people: null }, ['people'], 'nobody said who is in it'],
    [{ alt: '', people: null }, ['alt', 'people'], 'all that is missing at once'],
    [{ consents: [adult()] }, ['people'], 'without people, yet with a consent'],
    [{ consents: [adult('withdrawn')] }, ['consents'], 'called empty after somebody took the consent back'],
    [adults(null), ['persons'], 'how many?'],
    [adults(1), ['consents'], 'one person, no consent'],
    [adults(1, adult('pending')), ['consents'], 'not answered'],
    [adults(1, adult('refused')), ['consents'], 'refused'],
    [adults(1, adult('withdrawn')), ['consents'], 'taken back'],
    [adults(1, adult()), [], 'one person who agrees'],
    [adults(2, adult()), ['consents'], 'one of two'],
    [adults(2, adult(), adult()), [], 'both'],
    [adults(1, adult(), adult()), [], 'more consents than people'],
    [adults(1, adult(), adult('pending')), ['consents'], 'enough, but one not answered'],
    [adults(1, adult(), adult('refused')), ['consents'], 'enough, but one refused'],
    [adults(1, adult(), adult('withdrawn')), ['consents'], 'enough, but one taken back'],
    [adults(1, minor(null)), ['consents'], 'a minor among adults, without a guardian'],
    [minors(1, minor()), [], 'a minor with a guardian'],
    [minors(1, minor(' ')), ['consents'], 'a guardian of no name'],
    [minors(1, adult()), ['consents'], 'minors in it, but only an adult agreed'],
    [minors(2, minor(), adult()), [], 'a child and a teacher'],
    [minors(2, minor(), minor(null)), ['consents'], 'one guardian of two'],
  ])('%j → %j (%s)', (facts, fields) => {
    expect(unclearedOf(picture(facts)).map(({ field }) => field)).toEqual(fields);
    expect(isCleared(picture(facts))).toBe(fields.length === 0);
  });

  it('names the picture and the way out', () => {
    expect(unclearedOf(picture(adults(3, adult())))[0]?.words.zh).toBe(
      '图片“课堂”还差 2 人的肖像同意，请逐人登记。',
    );
    expect(unclearedOf(picture({ name: pictureName(' ', 2), alt: null }))[0]?.words.zh).toBe(
      '第 2 张图片没有替代文字，请写明图中内容。',
    );
  });
});

describe('how far a picture may be shown', () => {
  it.each<[Partial<PictureFacts>, PictureReach, string]>([
    [{}, 'out', 'nobody in it, and described'],
    [{ alt: null }, 'desk', 'not described'],
    [{ people: null }, 'desk', 'nobody said who is in it'],
    [adults(1, adult()), 'out', 'one person who agrees'],
    [adults(1), 'desk', 'nobody asked yet'],
    [adults(1, adult('pending')), 'desk', 'not answered'],
    [adults(2, adult(), adult('refused')), 'nowhere', 'one of two refused'],
    [adults(2, adult(), adult('withdrawn')), 'nowhere', 'one of two took it back'],
    [{ consents: [adult('withdrawn')] }, 'nowhere', 'called empty after somebody took the consent back'],
    [{ ...adults(1, adult('refused')), alt: null }, 'nowhere', 'refused, and not described either'],
    [minors(1, minor(null)), 'desk', 'no guardian'],
  ])('%j → %s (%s)', (facts, reach) => expect(pictureReach(picture(facts))).toBe(reach));

  it('goes into no copy of who may not see its consents', () => expect(pictureReach(null)).toBe('desk'));
});

describe('who a picture is said to show', () => {
  it.each([
    [null, false, false],
    ['', false, false],
    ['none', false, false],
    ['adults', true, false],
    ['minors', true, true],
  ])('%j: people %s, minors %s', (people, anybody, young) => {
    expect(showsPeople(people)).toBe(anybody);
    expect(showsMinors(people)).toBe(young);
  });
});
