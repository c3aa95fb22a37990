import { brief, dec } from '@jiedui/shared/decimal';
import { type ExplainNode, MISSING_WORDS } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../providers/i18n';
import './explain-tree.css';

/** How deep the tree stands open at first: the total and its sources. */
const OPEN_LEVELS = 2;
const ALL_LEVELS = 9;

/** What a number adds to the unit's total; the total itself needs no such word. */
function partOf({ kind, contributes }: ExplainNode, say: (words: Words) => string): string {
  if (kind === 'total' || contributes === undefined) return '';
  const points = brief(dec(contributes));
  return say({ zh: `计入总分 ${points}`, en: `adds ${points}` });
}

/** What stands in place of a number: a reason, but none where the system's figure is not there yet. */
function absentWords({ missing, rule }: ExplainNode, say: (words: Words) => string): string {
  return missing && rule !== 'noFigure' ? say(MISSING_WORDS[missing]) : '–';
}

/** One number with how it came about. A native disclosure: it opens by keyboard and prints as it stands. */
function Node({ node, level, open }: { node: ExplainNode; level: number; open: number }) {
  const { say } = useWords();
  const head = (
    <span className="explain-head">
      <span className="explain-label">{say(node.label)}</span>
      {node.weight !== undefined && node.kind === 'source' && <span className="muted">{node.weight}%</span>}
      <span className="explain-value">
        {node.shown ?? node.value ?? absentWords(node, say)}
        {node.max !== undefined && <span className="muted"> / {node.max}</span>}
      </span>
      <span className="explain-part">{partOf(node, say)}</span>
    </span>
  );
  const body = (
    <>
      <p className="explain-words">{say(node.words)}</p>
      {node.comment && <blockquote className="explain-comment">{node.comment}</blockquote>}
    </>
  );
  if (!node.children || node.children.length === 0) {
    return (
      <div className="explain-leaf">
        {head}
        {body}
      </div>
    );
  }
  return (
    <details open={level < open}>
      <summary>{head}</summary>
      <div className="explain-inside">
        {body}
        {node.children.map((child) => (
          <Node key={`${child.kind}-${child.key}`} node={child} level={level + 1} open={open} />
        ))}
      </div>
    </details>
  );
}

/** A score as a tree of how it came about, down to each sheet's entry and comment; to be unfolded and printed. */
export function ExplainTree({ node }: { node: ExplainNode }) {
  const { say } = useWords();
  const [levels, setLevels] = useState(OPEN_LEVELS);
  const unfolded = levels === ALL_LEVELS;
  return (
    <div className="explain">
      <div className="explain-tools no-print">
        <Button size="small" onClick={() => setLevels(unfolded ? OPEN_LEVELS : ALL_LEVELS)}>
          {unfolded ? say({ zh: '收起', en: 'Fold' }) : say({ zh: '全部展开', en: 'Unfold all' })}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          {say({ zh: '打印', en: 'Print' })}
        </Button>
      </div>
      {/* A new key, since a disclosure that a person has opened keeps its own mind. */}
      <Node key={levels} node={node} level={0} open={levels} />
    </div>
  );
}
