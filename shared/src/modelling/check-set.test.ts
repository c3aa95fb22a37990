import { describe, expect, it } from 'vitest';
import { emptyModelSet, type ModelSet } from '../model';
import { checkModelFile, checkSet, modelFile } from './check-set';

const UNIT = 'api::registry.unit';
const withField = (attribute: object, name = 'phone') => ({
  ...emptyModelSet(),
  fields: { [UNIT]: { [name]: attribute } },
});
const pathsOf = (value: unknown) => {
  const checked = checkSet(value);
  return 'errors' in checked ? checked.errors.map(({ path }) => path.join('.')) : [];
};

describe('a model from outside', () => {
  it('is taken as it went out', () => {
    const set = withField({ type: 'string', regex: '^\\d+$' }) as ModelSet;
    expect(checkModelFile(JSON.parse(JSON.stringify(modelFile(set))))).toEqual({ set });
  });

  it.each<[string, unknown, string]>([
    ['no model at all', null, ''],
    ['a later format', { format: 2, model: emptyModelSet() }, 'format'],
    ['something beside the model', { ...modelFile(emptyModelSet()), run: 'x' }, 'run'],
  ])('%s is refused', (_name, value, path) => {
    const checked = checkModelFile(value);
    expect('errors' in checked && checked.errors[0]?.path.join('.')).toBe(path);
  });

  it.each<[string, unknown, string]>([
    ['an unknown key', withField({ type: 'string', lifecycle: 'x' }), `fields.${UNIT}.phone.lifecycle`],
    ['an unknown kind', withField({ type: 'function' }), `fields.${UNIT}.phone.type`],
    ['a pattern that is none', withField({ type: 'string', regex: '(' }), `fields.${UNIT}.phone.regex`],
    [
      'a pattern that is too long',
      withField({ type: 'string', regex: 'a'.repeat(201) }),
      `fields.${UNIT}.phone.regex`,
    ],
    ['an enumeration without options', withField({ type: 'enumeration' }), `fields.${UNIT}.phone.enum`],
    ['a relation to nowhere', withField({ type: 'relation' }), `fields.${UNIT}.phone.relation`],
    ['a name with a path in it', withField({ type: 'string' }, '../x'), `fields.${UNIT}.../x`],
    [
      'a component that is not there',
      withField({ type: 'component', component: 'a.b' }),
      `fields.${UNIT}.phone`,
    ],
    ['a type with a path in its name', { ...emptyModelSet(), types: { 'api::../x': {} } }, 'types.api::../x'],
    [
      'an unknown role',
      { ...emptyModelSet(), access: { visit: { read: { mayor: 'all' } } } },
      'access.visit.read.mayor',
    ],
  ])('%s is refused at its place', (_name, value, path) => {
    expect(pathsOf(value)).toContain(path);
  });

  it('does not pollute what it is read into', () => {
    const value: unknown = JSON.parse(`{"fields":{"${UNIT}":{"__proto__":{"type":"string"}}}}`);
    const checked = checkSet({ ...emptyModelSet(), ...(value as object) });
    expect('set' in checked && checked.set.fields[UNIT]).toEqual({});
    expect({}).not.toHaveProperty('type');
  });
});
