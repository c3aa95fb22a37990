import type { ExplainNode } from '@jiedui/shared/scoring';
import { Drawer, Skeleton } from 'antd';
import { useWords } from '../../providers/i18n';
import { ExplainTree } from '../../ui/explain-tree';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

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
      rootClassName="explain-drawer"
      width={phone ? '100%' : 720}
      title={unit ? say({ zh: `${unit.name}:得分说明`, en: `${unit.name}: how the score came about` }) : ''}
    >
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && <ExplainTree node={data} />}
    </Drawer>
  );
}
