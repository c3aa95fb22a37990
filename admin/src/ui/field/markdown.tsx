import MarkdownIt from 'markdown-it';
import { createElement, Fragment, type ReactNode } from 'react';

// Without HTML in the text, and only addresses that markdown-it takes for harmless.
const reader = new MarkdownIt({ html: false, linkify: true, breaks: true });

type Token = ReturnType<typeof reader.parse>[number];
type Open = { token: Token; children: ReactNode[] };

/** Elements are made one by one and texts stay texts: nothing a person writes becomes markup by itself. */
function draw(tokens: readonly Token[]): ReactNode[] {
  const root: Open = { token: {} as Token, children: [] };
  const open: Open[] = [root];
  tokens.forEach((token, at) => {
    const inner = open.at(-1) ?? root;
    if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === -1) {
      const closed = open.pop();
      (open.at(-1) ?? root).children.push(closed ? element(closed.token, at, closed.children) : null);
    } else inner.children.push(leaf(token, at));
  });
  return root.children;
}

function leaf(token: Token, key: number): ReactNode {
  switch (token.type) {
    case 'inline':
      return <Fragment key={key}>{draw(token.children ?? [])}</Fragment>;
    case 'text':
      return token.content;
    case 'softbreak':
    case 'hardbreak':
      return <br key={key} />;
    case 'code_inline':
      return <code key={key}>{token.content}</code>;
    case 'fence':
    case 'code_block':
      return <pre key={key}>{token.content}</pre>;
    case 'image':
      // A picture from elsewhere would tell its server who reads the record.
      return `[${token.content || token.attrGet('src')}]`;
    case 'hr':
      return <hr key={key} />;
    default:
      return token.content;
  }
}

function element(token: Token, key: number, children: ReactNode[]): ReactNode {
  if (token.hidden) return <Fragment key={key}>{children}</Fragment>;
  if (token.tag === 'a') {
    return (
      <a key={key} href={token.attrGet('href') ?? ''} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    );
  }
  // The page has its own title: a heading inside a text starts below it.
  const tag = /^h[1-6]$/.test(token.tag) ? `h${Math.min(6, Number(token.tag[1]) + 2)}` : token.tag;
  return createElement(tag, { key }, ...children);
}

/** A text in Markdown as people read it. */
export default function Markdown({ text }: { text: string }) {
  return <div className="rich-text">{draw(reader.parse(text, {}))}</div>;
}
