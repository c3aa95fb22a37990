import { type Indicator, judges } from '@jiedui/shared/rubric';
import { Input } from 'antd';
import { useSyncExternalStore } from 'react';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { Files } from '../../ui/record/files';
import { IndicatorRow } from './indicator-row';
import type { Sheet } from './sheet';
import type { SheetSaver } from './sheet-saver';
import type { SheetStore } from './sheet-store';

const comment = { zh: '总体意见', en: 'Overall comment' };

/** The indicators that the sheet's source judges, by dimension. */
export function Rows({
  sheet,
  store,
  saver,
  editable,
}: {
  sheet: Sheet;
  store: SheetStore;
  saver: SheetSaver;
  editable: boolean;
}) {
  // What is refused changes with the state only.
  useSyncExternalStore(saver.subscribe, saver.state);
  const { rubric, evaluation } = sheet;
  const asked = (indicator: Indicator) => judges(evaluation.source, indicator);
  return rubric.dimensions
    .filter((dimension) => dimension.indicators.some(asked))
    .map((dimension) => (
      <section key={dimension.code} className="panel sheet-dimension">
        <h2>{dimension.name}</h2>
        <ol>
          {dimension.indicators.filter(asked).map((indicator) => (
            <IndicatorRow
              key={indicator.code}
              store={store}
              indicator={indicator}
              disabled={!editable}
              errors={saver.refusals(indicator.code)}
            />
          ))}
        </ol>
      </section>
    ));
}

export function OverallComment({ store, editable }: { store: SheetStore; editable: boolean }) {
  const { say } = useWords();
  const text = useSyncExternalStore(store.subscribe, store.comment);
  return (
    <section className="panel sheet-dimension">
      <h2>{say(comment)}</h2>
      <Input.TextArea
        aria-label={say(comment)}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        disabled={!editable}
        value={text}
        onChange={(event) => store.setComment(event.target.value)}
      />
    </section>
  );
}

/** What the scores rest on; of those who read the sheet only. */
export function Evidence({ evaluation, editable }: Pick<Sheet, 'evaluation'> & { editable: boolean }) {
  const { say } = useWords();
  const model = useModel('evaluations');
  const { documentId, rev, files } = evaluation;
  return (
    <section className="panel sheet-dimension">
      <h2>{say(labelOf(model, 'files'))}</h2>
      <Files
        model={model}
        row={{ id: documentId, documentId, rev, files }}
        field="files"
        editable={editable}
      />
    </section>
  );
}
