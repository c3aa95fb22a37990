import type { Words } from '../text/words';
import { MACHINES } from '../workflow';

const CONSENT = MACHINES['portrait-consent'].transitions;

/** What is known of somebody's consent to being shown. */
export type ConsentFacts = { state: string; minor: boolean; guardian: string | null };

/** What is known of a picture, with the consents of those in it. */
export type PictureFacts = {
  /** How the picture is named where something is missing; its place where it has no caption. */
  name: Words;
  hasFile: boolean;
  alt: string | null;
  people: string | null;
  persons: number | null;
  consents: readonly ConsentFacts[];
};

/** One thing that keeps a picture from coming out. */
export type Uncleared = { field: 'file' | 'alt' | 'people' | 'persons' | 'consents'; words: Words };

const NOBODY = 'none';

/** Whether it was said of a picture that somebody in it can be recognised: then each of them has to agree. */
export const showsPeople = (people: unknown): people is string =>
  typeof people === 'string' && people !== '' && people !== NOBODY;

/** Whether it was said of a picture that it shows minors. */
export const showsMinors = (people: unknown): boolean => people === 'minors';

/** How a picture is called in messages: by its caption, else by its place in the story (from 1). */
export function pictureName(caption: string | null | undefined, place: number): Words {
  const said = caption?.trim();
  return said
    ? { zh: `图片“${said}”`, en: `Picture “${said}”` }
    : { zh: `第 ${place} 张图片`, en: `Picture ${place}` };
}

/**
 * What still keeps a picture from coming out; empty when it is cleared. Whoever can be recognised has agreed, for minors
 * a guardian is named, and nobody has refused or taken it back.
 */
export function unclearedOf(picture: PictureFacts): Uncleared[] {
  const { name } = picture;
  const missing = (field: Uncleared['field'], zh: string, en: string): Uncleared => ({
    field,
    words: { zh: `${name.zh}${zh}`, en: `${name.en}: ${en}` },
  });
  const found: Uncleared[] = [];
  if (!picture.hasFile)
    found.push(
      missing('file', '没有上传文件，请上传或删除这张图片。', 'upload the file, or delete the picture.'),
    );
  if (!picture.alt?.trim())
    found.push(
      missing('alt', '没有替代文字，请写明图中内容。', 'say in the alternative text what it shows.'),
    );
  return [...found, ...peopleOf(picture, missing)];
}

/** Whether a picture may come out. */
export const isCleared = (picture: PictureFacts): boolean => unclearedOf(picture).length === 0;

/** How far a picture may be shown: in whatever goes out, only to those who make the story, or nowhere. */
export type PictureReach = 'out' | 'desk' | 'nowhere';

/**
 * How far a picture may be shown. Once somebody in it has refused or taken the consent back it is shown nowhere; until it
 * is cleared it goes into no copy and no document. Null: for who may not see its consents, and so cannot know.
 */
export function pictureReach(picture: PictureFacts | null): PictureReach {
  if (!picture) return 'desk';
  if (againstIn(picture.consents)) return 'nowhere';
  return isCleared(picture) ? 'out' : 'desk';
}

const againstIn = (consents: readonly ConsentFacts[]) =>
  consents.find(({ state }) => state === CONSENT.refuse.to || state === CONSENT.withdraw.to);

type Missing = (field: Uncleared['field'], zh: string, en: string) => Uncleared;

function peopleOf({ people, persons, consents }: PictureFacts, missing: Missing): Uncleared[] {
  const against = againstIn(consents);
  if (against) {
    const zh = against.state === CONSENT.refuse.to ? '有人不同意刊登' : '有人已撤回同意';
    return [missing('consents', `${zh}，请换一张图片。`, 'somebody in it does not agree; use another one.')];
  }
  if (!people)
    return [missing('people', '还没有说明图中有没有可辨认的人。', 'say whether anybody can be recognised.')];
  if (!showsPeople(people))
    return consents.length === 0
      ? []
      : [
          missing(
            'people',
            '登记过肖像同意，不能选“无可辨认人物”。',
            'it has consents, so it is not without people.',
          ),
        ];
  if (!persons) return [missing('persons', '没有填写可辨认人数。', 'say how many people can be recognised.')];
  return consentsOf({ people, persons, consents }, missing);
}

function consentsOf(
  { people, persons, consents }: { people: string; persons: number; consents: readonly ConsentFacts[] },
  missing: Missing,
): Uncleared[] {
  const given = consents.filter(({ state }) => state === CONSENT.give.to);
  const lacking = persons - given.length;
  if (lacking > 0)
    return [
      missing(
        'consents',
        `还差 ${lacking} 人的肖像同意，请逐人登记。`,
        `${lacking} consent(s) are still missing.`,
      ),
    ];
  if (given.length < consents.length)
    return [missing('consents', '有人尚未表示同意，请登记结果。', 'somebody has not answered yet.')];
  const minors = given.filter(({ minor }) => minor);
  if (showsMinors(people) && minors.length === 0)
    return [
      missing(
        'consents',
        '图中有未成年人，请登记其监护人的同意。',
        'it shows minors: name them and their guardians.',
      ),
    ];
  if (minors.some(({ guardian }) => !guardian?.trim()))
    return [missing('consents', '未成年人的同意须写明监护人。', 'the guardian of a minor is missing.')];
  return [];
}
