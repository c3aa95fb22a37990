import { NOTICE_KIND_WORDS, type NoticeKind } from '@jiedui/shared/notification';
import type { Words } from '@jiedui/shared/text';

export type Told = { kind: NoticeKind; title: Words; detail: Words; link: string };

/** More than this nobody reads in a letter; the console has the rest. */
const MOST = 50;

/** A letter of one notice or many, in plain Chinese text: it is read in whatever program the office has. */
export function letterOf(
  notices: readonly Told[],
  publicUrl: string | null,
): { subject: string; text: string } {
  const [first] = notices;
  const subject =
    notices.length === 1 && first
      ? `结对:${NOTICE_KIND_WORDS[first.kind].zh} ${first.title.zh}`
      : `结对:${notices.length} 条提醒`;
  const shown = notices.slice(0, MOST).map(({ kind, title, detail, link }, at) => {
    const lines = [`${at + 1}. 【${NOTICE_KIND_WORDS[kind].zh}】${title.zh}`, `   ${detail.zh}`];
    return [...lines, ...(publicUrl ? [`   ${publicUrl}${link}`] : [])].join('\n');
  });
  const more = notices.length > MOST ? [`另有 ${notices.length - MOST} 条,请登录后查看。`] : [];
  const end = '如不需要邮件提醒,请登录后在“通知”中调整。';
  // A line break within a subject would begin another header.
  return { subject: subject.replace(/\s+/g, ' '), text: [...shown, ...more, end].join('\n\n') };
}
