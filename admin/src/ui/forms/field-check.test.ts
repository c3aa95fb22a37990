import { describe, expect, it } from 'vitest';
import { testField } from '../../models/test-models';
import { controlProblem } from './field-check';

const problem = (attribute: Parameters<typeof testField>[0], value: unknown) =>
  controlProblem(testField(attribute), value, {})?.zh ?? null;

describe('what is wrong with a field', () => {
  it.each([
    [{ type: 'string', required: true }, ' ', '必填。'],
    [{ type: 'string' }, '', null],
    [{ type: 'string', maxLength: 2 }, '三个字', '最多 2 个字,现有 3 个。'],
    [{ type: 'integer', min: 1 }, 0, '应在 1 到 2147483647 之间。'],
    [{ type: 'biginteger' }, '12x', '应为整数。'],
    [{ type: 'json' }, '{"a":1}', null],
    [{ type: 'json' }, '5', '应为结构化内容。'],
    [{ type: 'relation', relation: 'manyToOne', required: true }, null, '必填。'],
    [{ type: 'relation', relation: 'manyToMany', required: true }, [], '必填。'],
    [{ type: 'relation', relation: 'manyToMany' }, ['a'], null],
    [{ type: 'component', component: 'a.b', repeatable: true, min: 2 }, [{}], '至少 2 项,现有 1 项。'],
    [{ type: 'component', component: 'a.b', repeatable: true, max: 1 }, [{}, {}], '最多 1 项,现有 2 项。'],
    [{ type: 'component', component: 'a.b', repeatable: true, min: 2 }, [], null],
    [{ type: 'component', component: 'a.b', required: true }, null, '必填。'],
  ])('%j with %j: %s', (attribute, value, expected) => expect(problem(attribute, value)).toBe(expected));

  it('says where a JSON text breaks off', () => {
    expect(problem({ type: 'json' }, '{"a":')).toMatch(/^不是有效的 JSON:/);
  });
});
