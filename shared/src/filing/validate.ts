import type { Words } from '../text';
import { type FileKind, type FilingRules, MOST_MEGABYTES } from './rules';

/** What is sent in: the text, and each file's name, type and size in bytes. */
export type Filing = { text: string; files: readonly FiledFile[] };
export type FiledFile = { name: string; mime: string; bytes: number };

/** What is wrong with a filing: in which field, with which file, and in words that name the limit. */
export type FilingProblem = { field: 'text' | 'files'; file?: string; code: ProblemCode; words: Words };
type ProblemCode = 'REQUIRED' | 'TOO_LONG' | 'OUT_OF_RANGE' | 'WRONG_TYPE' | 'FILE_TOO_LARGE';

/** A file as the store keeps it: its size in kilobytes of a thousand bytes. */
export const storedFile = ({ name, mime, size }: Record<'name' | 'mime' | 'size', unknown>): FiledFile => ({
  name: String(name),
  mime: String(mime),
  bytes: Number(size) * 1000,
});

const BYTES_PER_MEGABYTE = 1024 * 1024;

const KIND_WORDS: Record<FileKind, Words> = {
  picture: { zh: '图片(JPG、PNG、WebP)', en: 'pictures (JPG, PNG, WebP)' },
  pdf: { zh: 'PDF', en: 'PDF' },
};

/** The kind of a file by its media type; null for one that no requirement takes. */
export function kindOf(mime: string): FileKind | null {
  if (mime === 'application/pdf') return 'pdf';
  return mime.startsWith('image/') ? 'picture' : null;
}

/** Everything that keeps a filing from being sent in; empty when it may go. The console and the server ask the same. */
export function checkFiling(rules: FilingRules, { text, files }: Filing): FilingProblem[] {
  return [
    ...checkText(rules, text),
    ...checkNumber(rules, files.length),
    ...files.flatMap((file) => checkFile(rules, file)),
  ];
}

function checkText({ text: { min, max } }: FilingRules, text: string): FilingProblem[] {
  // What a person counts: blanks at the ends are no text, and a character is one whatever it takes to store.
  const length = [...text.trim()].length;
  if (length < min) {
    const words = {
      zh: `文字至少 ${min} 字,现有 ${length} 字。`,
      en: `The text needs at least ${min} characters; it has ${length}.`,
    };
    return [{ field: 'text', code: length === 0 ? 'REQUIRED' : 'OUT_OF_RANGE', words }];
  }
  if (length <= max) return [];
  const words = {
    zh: `文字最多 ${max} 字,现有 ${length} 字。`,
    en: `The text may have at most ${max} characters; it has ${length}.`,
  };
  return [{ field: 'text', code: 'TOO_LONG', words }];
}

function checkNumber({ files: { min, max } }: FilingRules, count: number): FilingProblem[] {
  if (count >= min && count <= max) return [];
  const few = count < min;
  const words = {
    zh: `文件${few ? '至少' : '最多'} ${few ? min : max} 个,现有 ${count} 个。`,
    en: `At ${few ? `least ${min}` : `most ${max}`} files; there are ${count}.`,
  };
  return [{ field: 'files', code: few && count === 0 ? 'REQUIRED' : 'OUT_OF_RANGE', words }];
}

function checkFile({ kinds, megabytes }: FilingRules, { name, mime, bytes }: FiledFile): FilingProblem[] {
  const problems: FilingProblem[] = [];
  const kind = kindOf(mime);
  if (!kind || !kinds.includes(kind)) {
    const zh = kinds.map((one) => KIND_WORDS[one].zh).join('、');
    const en = kinds.map((one) => KIND_WORDS[one].en).join(', ');
    const words = { zh: `“${name}”的类型不符,只收${zh}。`, en: `“${name}”: only ${en} are taken.` };
    problems.push({ field: 'files', file: name, code: 'WRONG_TYPE', words });
  }
  if (bytes > megabytes * BYTES_PER_MEGABYTE) {
    const words = {
      zh: `“${name}”超过 ${megabytes} MB,请压缩后重新上传。`,
      en: `“${name}” is larger than ${megabytes} MB; make it smaller and add it again.`,
    };
    problems.push({ field: 'files', file: name, code: 'FILE_TOO_LARGE', words });
  }
  return problems;
}

/**
 * What keeps a file from being taken at all. Pictures are made smaller when they are stored, so that their size counts
 * only afterwards.
 */
export function refusedFile(rules: FilingRules, file: FiledFile): Words | null {
  const [problem] = checkFile(rules, kindOf(file.mime) === 'picture' ? { ...file, bytes: 0 } : file);
  return problem?.words ?? null;
}

/** The rules in one sentence, for whoever is about to fill in the form. */
export function rulesWords({ kinds, megabytes, files, text }: FilingRules): Words {
  const most = Math.min(megabytes, MOST_MEGABYTES);
  const zhKinds = kinds.map((kind) => KIND_WORDS[kind].zh).join('、');
  const enKinds = kinds.map((kind) => KIND_WORDS[kind].en).join(', ');
  return {
    zh: `文字 ${text.min}—${text.max} 字;文件 ${files.min}—${files.max} 个,${zhKinds},每个不超过 ${most} MB。`,
    en: `Text of ${text.min}–${text.max} characters; ${files.min}–${files.max} files: ${enKinds}, at most ${most} MB each.`,
  };
}
