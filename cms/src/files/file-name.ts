import type { ErrorCode, Words } from '@jiedui/shared/text';

/** Some room is left in the column for what the file store adds. */
const MOST_LETTERS = 200;

/** What belongs to the path of a file, or to no name at all. */
const NO_PART_OF_A_NAME = /[/\\:*?"<>|\p{Cc}]/u;

/** What is wrong with the name of a file that is sent; null when nothing is. */
export function fileNameProblem(name: string): { code: ErrorCode; message: Words } | null {
  if ([...name].length > MOST_LETTERS) {
    return {
      code: 'TOO_LONG',
      message: {
        zh: `文件名最多 ${MOST_LETTERS} 个字,请改短后重新上传。`,
        en: `A file name has at most ${MOST_LETTERS} characters; shorten it and send it again.`,
      },
    };
  }
  if (name !== '' && !NO_PART_OF_A_NAME.test(name)) return null;
  return {
    code: 'BAD_CHARACTERS',
    message: {
      zh: '文件名不能为空,也不能含有 / \\ : * ? " < > |,请改名后重新上传。',
      en: 'A file name is not empty and has none of / \\ : * ? " < > |; rename it and send it again.',
    },
  };
}
