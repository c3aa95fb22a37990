import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../models/model';
import { changedValues, fromControls, toControls } from './form-values';

const model: Model = {
  path: 'activities',
  route: null,
  nameField: 'title',
  fields: {
    title: { kind: 'text' },
    startsAt: { kind: 'instant' },
    day: { kind: 'day' },
    unit: { kind: 'relation', target: 'units' },
    aliases: { kind: 'names' },
    routine: { kind: 'flag' },
    people: { kind: 'number' },
  },
};
const fields = Object.keys(model.fields);
const row = {
  id: 'a1',
  documentId: 'a1',
  rev: 3,
  title: '党课',
  startsAt: '2022-11-16T01:30:00.000Z',
  day: '2022-11-16',
  unit: { documentId: 'u1', name: '示例单位' },
  aliases: ['甲'],
  routine: false,
  people: 80,
};

describe('controls', () => {
  it('shows wall time of the district', () => {
    expect(dayjs(toControls(model, fields, row).startsAt as never).format('YYYY-MM-DD HH:mm')).toBe(
      '2022-11-16 09:30',
    );
  });

  it('gives back what it was given', () => {
    expect(fromControls(model, toControls(model, fields, row))).toEqual({
      title: '党课',
      startsAt: '2022-11-16T01:30:00.000Z',
      day: '2022-11-16',
      unit: 'u1',
      aliases: ['甲'],
      routine: false,
      people: 80,
    });
  });

  it.each([
    ['title', '  ', null],
    ['title', ' 党课 ', '党课'],
    ['people', undefined, null],
    ['people', 0, 0],
    ['unit', null, null],
    ['aliases', [' 甲 ', ''], ['甲']],
    ['routine', undefined, false],
  ])('%s: %j is sent as %j', (field, value, expected) => {
    expect(fromControls(model, { [field]: value })).toEqual({ [field]: expected });
  });

  it('sends only fields that the model knows', () => expect(fromControls(model, { rev: 9 })).toEqual({}));
});

describe('changedValues', () => {
  const controls = toControls(model, fields, row);

  it('is empty when nothing changed', () => {
    expect(changedValues(model, row, fromControls(model, controls))).toEqual({});
  });

  it('holds only what changed, emptied fields too', () => {
    const values = fromControls(model, { ...controls, title: '', people: 81 });
    expect(changedValues(model, row, values)).toEqual({ title: null, people: 81 });
  });
});
