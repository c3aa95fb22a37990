import type { ExplainNode } from '@jiedui/shared/scoring';
import { MISSING_WORDS } from '@jiedui/shared/scoring';
import { Drawer, Skeleton } from 'antd';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

/** How deep the tree stands open at first: the total and its sources. */
const OPEN_LEVELS = 2;

/** One number with how it came about. A native disclosure: it opens by keyboard and prints as it stands. */
function Node({ node, level }: { node: ExplainNode; level: number }) {
  const { say } = useWords();
  const head = (
    <span className="explain-head">
      <span className="explain-label">{say(node.label)}</span>
      {node.weight !== undefined && node.kind === 'source' && <span className="muted">{node.weight}%</span>}
      <span className="explain-value">
        {node.shown ?? node.value ?? (node.missing ? say(MISSING_WORDS[node.missing]) : '–')}
        {node.max !== undefined && <span className="muted"> / {node.max}</span>}
      </span>
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
    <details open={level < OPEN_LEVELS}>
      <summary>{head}</summary>
      <div className="explain-inside">
        {body}
        {node.children.map((child) => (
          <Node key={`${child.kind}-${child.key}`} node={child} level={level + 1} />
        ))}
      </div>
    </details>
  );
}

/** The explanation of a unit's total, down to each sheet's entry and comment. */
export function Explanation({
  round,
  unit,
  onClose,
}: {
  round: string;
  unit: { documentId: string; name: string } | null;
  onClose: () => void;
}) {
  const { say } = useWords();
  const phone = usePhone();
  const { data, error, refetch } = useRead<ExplainNode>(
    `/rounds/${round}/units/${unit?.documentId}/explanation`,
    {},
    { enabled: unit !== null },
  );
  return (
    <Drawer
      open={unit !== null}
      onClose={onClose}
      width={phone ? '100%' : 720}
      title={unit ? say({ zh: `${unit.name}:得分说明`, en: `${unit.name}: how the score came about` }) : ''}
    >
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <div className="explain">
          <Node node={data} level={0} />
        </div>
      )}
    </Drawer>
  );
}
