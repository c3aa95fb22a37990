import type { Model } from '../../models/model';
import { listAddress } from '../../models/presentation';
import { useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { FileFields } from '../../ui/record/added-facts';
import { componentFiles } from '../../ui/record/component-files';
import { Facts } from '../../ui/record/facts';
import { FilesAt } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { WithModel } from './with-model';

const everything = () => true;

/** The facts in the order of the form; what the form leaves out and the role may read stands at the end. */
function factsOf(model: Model): string[] {
  const placed = model.form.flat().map(({ name }) => name);
  return [...placed, ...Object.keys(model.computed)];
}

function Body({ model, row }: { model: Model; row: Row }) {
  const { say } = useWords();
  const editable = useEditable(model)(row);
  const fields = factsOf(model);
  const files = fields.filter((name) => model.fields[name]?.kind === 'files');
  const within = componentFiles(model, useModels().components, row);
  return (
    <>
      <section className="panel">
        <Facts model={model} row={row} fields={fields.filter((name) => name !== model.titleField)} />
      </section>
      {files.length + within.length > 0 && (
        <section className="panel">
          <h2>{say({ zh: '附件', en: 'Files' })}</h2>
          <FileFields model={model} row={row} fields={files} editable={editable} />
          {within.map((place) => (
            <div key={place.field} className="file-field">
              <h3>{say(place.label)}</h3>
              <FilesAt model={model} row={row} place={place} editable={editable} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

/** A record of any type: its facts in the order of its form, its files, what leads to it, and its history. */
export function Detail({ model, id }: { model: Model; id: string }) {
  const { say } = useWords();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: model.single ? '/' : listAddress(model), label: say(model.single ? HOME : model.label) }}
      {...(model.single ? { title: () => say(model.label) } : {})}
      related={everything}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '基本信息', en: 'Facts' }),
          content: <Body model={model} row={row} />,
        },
      ]}
    />
  );
}

const HOME = { zh: '工作台', en: 'Workbench' };

function RecordDetail() {
  return <WithModel>{(model, id) => <Detail key={id} model={model} id={id} />}</WithModel>;
}

export { RecordDetail as Component };
