import { type Blocks, captionOf, type Inline, type Text } from '@jiedui/shared/story';
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';

export type WordPicture = {
  data: ArrayBuffer | Uint8Array;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
};

export type WordStory = {
  title: string;
  /** Under the title: unit, author, date. */
  byline: string;
  summary: string;
  blocks: Blocks;
  /** By the address that the text names them by. */
  pictures: ReadonlyMap<string, WordPicture>;
};

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const HEADING_FONT = { ...FONT, eastAsia: '黑体' };
const SIZE = 32; // 三号, in half points
const SMALL = 24;
/** The text column of an A4 page, in pixels. */
const WIDEST = 560;
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const NUMBERS = 'story-numbers';
const BULLETS = 'story-bullets';

function runOf({ text, bold, italic, underline, strikethrough }: Text): TextRun[] {
  return text.split('\n').map(
    (line, at) =>
      new TextRun({
        text: line,
        ...(at > 0 ? { break: 1 } : {}),
        ...(bold ? { bold } : {}),
        ...(italic ? { italics: true } : {}),
        ...(underline ? { underline: {} } : {}),
        ...(strikethrough ? { strike: true } : {}),
      }),
  );
}

const runsOf = (children: readonly Inline[]): ParagraphChild[] =>
  children.flatMap((child): ParagraphChild[] =>
    child.type === 'text'
      ? runOf(child)
      : [new ExternalHyperlink({ link: child.url, children: child.children.flatMap(runOf) })],
  );

type List = Extract<Blocks[number], { type: 'list' }>;

/** `instance`: each numbered list of the text counts from one. */
function listParagraphs({ format, children }: List, level: number, instance: number): Paragraph[] {
  const reference = format === 'ordered' ? NUMBERS : BULLETS;
  return children.flatMap((child) =>
    child.type === 'list-item'
      ? [new Paragraph({ children: runsOf(child.children), numbering: { reference, level, instance } })]
      : listParagraphs(child as List, level + 1, instance),
  );
}

function pictureParagraphs(picture: WordPicture | undefined): Paragraph[] {
  if (!picture) return [];
  const { data, alt, caption } = picture;
  const scale = Math.min(1, WIDEST / picture.width);
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const image = new ImageRun({
    type: 'jpg',
    data,
    transformation: { width, height },
    altText: { name: caption || alt, title: caption, description: alt },
  });
  const under = captionOf(picture);
  // A line of a fixed height would cut the picture off.
  const centred = { alignment: AlignmentType.CENTER, spacing: { line: 300, lineRule: LineRuleType.AUTO } };
  return [
    new Paragraph({ ...centred, children: [image], keepNext: under !== '' }),
    ...(under ? [new Paragraph({ ...centred, children: [new TextRun({ text: under, size: SMALL })] })] : []),
  ];
}

function paragraphsOf(blocks: Blocks, pictures: WordStory['pictures']): Paragraph[] {
  return blocks.flatMap((block, at): Paragraph[] => {
    switch (block.type) {
      case 'heading':
        return [
          new Paragraph({
            heading: HEADINGS[Math.min(block.level, 3) - 1] ?? HeadingLevel.HEADING_3,
            children: runsOf(block.children),
          }),
        ];
      case 'list':
        return listParagraphs(block, 0, at);
      case 'image':
        return pictureParagraphs(pictures.get(block.image.url));
      case 'quote':
        return [new Paragraph({ children: runsOf(block.children), indent: { left: 640, right: 640 } })];
      default:
        // Two characters in, as Chinese paragraphs begin.
        return [new Paragraph({ children: runsOf(block.children), indent: { firstLine: 640 } })];
    }
  });
}

const levelsOf = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
  [0, 1].map((level) => ({
    level,
    format,
    text: text(level),
    style: { paragraph: { indent: { left: 640 * (level + 1), hanging: 480 } } },
  }));

/** A story as a Word document: title, who it is from, text, pictures with what stands under them. */
export function wordDocument({ title, byline, summary, blocks, pictures }: WordStory): Document {
  const heading = (size: number) => ({ run: { font: HEADING_FONT, size, color: '000000', bold: true } });
  return new Document({
    title,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE },
          paragraph: { spacing: { line: 560, lineRule: LineRuleType.EXACT } },
        },
        heading1: heading(36),
        heading2: heading(32),
        heading3: heading(32),
      },
    },
    numbering: {
      config: [
        { reference: NUMBERS, levels: levelsOf(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
        { reference: BULLETS, levels: levelsOf(LevelFormat.BULLET, () => '•') },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: title, size: 44, bold: true, font: HEADING_FONT })],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: byline, size: SMALL })],
          }),
          ...(summary
            ? [
                new Paragraph({
                  indent: { firstLine: 640 },
                  children: [new TextRun({ text: `摘要:${summary}`, size: SMALL })],
                }),
              ]
            : []),
          ...paragraphsOf(blocks, pictures),
        ],
      },
    ],
  });
}
