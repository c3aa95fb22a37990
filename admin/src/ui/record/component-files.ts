import type { Components, Model } from '../../models/model';
import type { Row } from '../../providers/row';
import type { FilePlace } from './files';

type Part = Record<string, unknown>;

const asParts = (value: unknown): Part[] =>
  [value].flat().filter((one): one is Part => typeof one === 'object' && one !== null);

/**
 * The places of files within a record's components: `慰问品 2 · 照片`. A component has them once it is saved, for only
 * then it has a row that files can belong to.
 */
export function componentFiles(model: Model, components: Components, row: Row): FilePlace[] {
  return Object.entries(model.fields)
    .filter(([, { kind }]) => kind === 'component' || kind === 'zone')
    .flatMap(([name, field]) =>
      asParts(row[name]).flatMap((part, at) => {
        const uid = String(part.__component ?? field.attribute.component ?? '');
        const several = field.kind === 'zone' || field.attribute.repeatable === true;
        const number = several ? ` ${at + 1}` : '';
        return placesIn(components, uid, part, `${name}.${String(part.id)}`).map((place) => ({
          ...place,
          label: {
            zh: `${field.label.zh}${number} · ${place.label.zh}`,
            en: `${field.label.en}${number} · ${place.label.en}`,
          },
        }));
      }),
    );
}

function placesIn(components: Components, uid: string, part: Part, path: string): FilePlace[] {
  return Object.entries(components[uid]?.fields ?? {})
    .filter(([, { kind }]) => kind === 'files')
    .map(([name, description]) => ({
      field: `${path}.${name}`,
      description,
      label: description.label,
      value: part[name],
    }));
}
