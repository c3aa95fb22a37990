import { addedFields, labelOf, type Model } from '../../models/model';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Facts } from './facts';
import { Files } from './files';

type Props = { model: Model; row: Row; editable: boolean };

/** What the office has added to a type, after the facts of its handmade page. */
export function AddedFacts({ model, row, editable }: Props) {
  const { say } = useWords();
  const fields = [...addedFields(model), ...Object.keys(model.computed)];
  if (fields.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '补充信息', en: 'Further facts' })}</h2>
      <Facts model={model} row={row} fields={fields} />
      <FileFields model={model} row={row} fields={fields} editable={editable} />
    </section>
  );
}

/** The fields of files among these, each under its name. */
export function FileFields({ model, row, fields, editable }: Props & { fields: readonly string[] }) {
  const { say } = useWords();
  return fields
    .filter((field) => model.fields[field]?.kind === 'files')
    .map((field) => (
      <div key={field} className="file-field">
        <h3>{say(labelOf(model, field))}</h3>
        <Files
          model={model}
          row={row}
          field={field}
          editable={editable && model.fields[field]?.writable === true}
        />
      </div>
    ));
}
