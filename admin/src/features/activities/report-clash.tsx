import { Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import type { Model } from '../../models/model';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { ConflictDialog } from '../../ui/forms/conflict-dialog';
import { changedFields } from './report-content';
import type { Report } from './use-report';

/** Somebody else has reported on the same activity meanwhile: both versions, and which one stays. */
export function ReportClash({ model, row, report }: { model: Model; row: Row; report: Report }) {
  const { say } = useWords();
  const { store, saver } = report;
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const [later, setLater] = useState(false);
  if (state.kind !== 'conflict') return null;
  const { theirs } = state;
  const mine = store.content();
  if (later)
    return (
      <Button size="small" onClick={() => setLater(false)}>
        {say({ zh: '核对两个版本', en: 'Compare the versions' })}
      </Button>
    );
  return (
    <ConflictDialog
      model={model}
      conflict={{
        mine: { ...row, ...mine },
        theirs: { ...row, ...theirs },
        fields: changedFields(mine, theirs),
      }}
      onKeep={() => saver.resolve(mine)}
      onTake={() => {
        const { rev: _, ...content } = theirs;
        saver.resolve(content);
      }}
      onBack={() => setLater(true)}
    />
  );
}
