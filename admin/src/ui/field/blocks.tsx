import { Fragment, type ReactNode } from 'react';

/** A node of Strapi's blocks: what is not known of it is kept, and drawn as the text inside it. */
export type BlockNode = {
  type?: string;
  text?: string;
  level?: number;
  format?: string;
  url?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
  children?: BlockNode[];
  image?: { name?: string; alternativeText?: string };
};

export const asBlocks = (value: unknown): BlockNode[] => (Array.isArray(value) ? (value as BlockNode[]) : []);

/** Only addresses that lead somewhere; one with a script in it is shown as text. */
const isLink = (url: unknown): url is string =>
  typeof url === 'string' && /^(https?:|mailto:|tel:|\/)/i.test(url);

function drawText(node: BlockNode): ReactNode {
  let drawn: ReactNode = node.text ?? '';
  if (node.code) drawn = <code>{drawn}</code>;
  if (node.bold) drawn = <strong>{drawn}</strong>;
  if (node.italic) drawn = <em>{drawn}</em>;
  if (node.underline) drawn = <u>{drawn}</u>;
  if (node.strikethrough) drawn = <s>{drawn}</s>;
  return drawn;
}

function drawAll(nodes: readonly BlockNode[] | undefined): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that is only read never changes its order
  return (nodes ?? []).map((node, at) => <Fragment key={at}>{draw(node)}</Fragment>);
}

function draw(node: BlockNode): ReactNode {
  const inner = () => drawAll(node.children);
  switch (node.type) {
    case 'text':
      return drawText(node);
    case 'link':
      return isLink(node.url) ? (
        <a href={node.url} target="_blank" rel="noreferrer noopener">
          {inner()}
        </a>
      ) : (
        inner()
      );
    case 'heading':
      return (node.level ?? 1) < 3 ? <h4>{inner()}</h4> : <h5>{inner()}</h5>;
    case 'list':
      return node.format === 'ordered' ? <ol>{inner()}</ol> : <ul>{inner()}</ul>;
    case 'list-item':
      return <li>{inner()}</li>;
    case 'quote':
      return <blockquote>{inner()}</blockquote>;
    case 'code':
      return <pre>{inner()}</pre>;
    case 'image':
      return <p className="muted">[{node.image?.alternativeText || node.image?.name}]</p>;
    default:
      return <p>{inner()}</p>;
  }
}

/** A text of Strapi's block editor as people read it. */
export function Blocks({ value }: { value: unknown }) {
  return <div className="rich-text">{drawAll(asBlocks(value))}</div>;
}
