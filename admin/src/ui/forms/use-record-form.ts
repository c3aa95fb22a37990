import { App, Form } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Model, populatedAmong } from '../../models/model';
import { useModels } from '../../models/store';
import { ConflictError, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useWrites } from '../use-writes';
import { conflictOf, takenOver } from './conflict';
import type { Conflict } from './conflict-dialog';
import { changedValues, filledValues, fromControls, toControls } from './form-values';
import { placeErrors } from './place-errors';

type Values = Record<string, unknown>;

type Options = {
  model: Model;
  fields: readonly string[];
  row: Row | null;
  /** What a new record starts with, as controls hold it. */
  preset?: Values;
  /** Last change to what is sent, such as a relation that follows from two others. */
  complete?: (values: Values) => Promise<Values> | Values;
  onSaved: (row: Row, created: boolean) => void;
  /** Told of the fields that the server has refused. */
  onRefused?: (fields: string[]) => void;
};

/** A record's form: sends what was changed, places what the server refuses, and survives a conflict. */
export function useRecordForm({ model, fields, row, preset, complete, onSaved, onRefused }: Options) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const { create, update } = useWrites(model.path);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const [base, setBase] = useState(row);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const { components } = useModels();
  const found = populatedAmong(model, fields);
  const relations = found.length > 0 ? found : undefined;

  const [initialValues] = useState(() => ({
    ...toControls(model.fields, fields, row, components),
    ...(row ? {} : preset),
  }));

  async function send(against: Row | null, controls: Values): Promise<void> {
    // A field that the office has taken away meanwhile is not sent: the model does not know it any more.
    const filled = fromControls(model.fields, controls, components);
    const values = complete ? await complete(filled) : filled;
    const changes = against
      ? changedValues(model.fields, against, values, components)
      : filledValues(model.fields, values);
    if (against && Object.keys(changes).length === 0) return onSaved(against, false);
    try {
      const saved = against ? await update(against, changes, relations) : await create(changes);
      message.success(say(against ? { zh: '已保存。', en: 'Saved.' } : { zh: '已新建。', en: 'Created.' }));
      onSaved(saved, !against);
    } catch (error) {
      if (!(error instanceof ConflictError && against && error.current)) throw error;
      setConflict(conflictOf(model.fields, against, error.current, changes, components));
    }
  }

  async function submit(against: Row | null): Promise<void> {
    // The button shows that it is busy only when the screen is drawn again; a second click may come before.
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      await send(against, form.getFieldsValue(true));
      reopen();
    } catch (error) {
      reopen();
      refuse(error);
    }
  }

  /** A field that is shut while it is saved takes no focus: it is open before a refusal is placed in it. */
  function reopen(): void {
    sending.current = false;
    flushSync(() => setBusy(false));
  }

  function refuse(error: unknown): void {
    onRefused?.(toApiError(error).fieldErrors.map(({ path }) => String(path[0])));
    const rest = placeErrors(form, error, locale, {}, { fields: model.fields, components });
    // When the session is over, a dialog asks for the password already.
    if (rest && toApiError(error).code !== 'SIGN_IN_REQUIRED') message.error(rest);
  }

  /** Goes on from what the other person saved, with what was changed here and is not given up. */
  function settle({ theirs }: Conflict, givenUp: readonly string[]): void {
    if (!base) return;
    const now = form.getFieldsValue(true);
    const values = takenOver(model.fields, base, theirs, now, components, givenUp);
    form.setFields(Object.entries(values).map(([name, value]) => ({ name, value, errors: [] })));
    setBase(theirs);
    setConflict(null);
  }

  return {
    form,
    busy,
    /** What the form began from: another one once a conflict is settled. */
    base,
    conflict,
    initialValues,
    /** Whether something was typed that is not saved. */
    isChanged(): boolean {
      const now = fromControls(model.fields, form.getFieldsValue(true), components);
      const before = fromControls(model.fields, initialValues, components);
      return Object.keys(now).some((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
    },
    /** Gives fields that join an open form what they start with. */
    start: (names: readonly string[]) =>
      form.setFieldsValue(toControls(model.fields, names, row, components) as object),
    save: () => submit(base),
    /** Saves over what the other person saved in the same fields. */
    keepMine() {
      if (!conflict) return;
      settle(conflict, []);
      void submit(conflict.theirs);
    },
    takeTheirs() {
      if (conflict) settle(conflict, conflict.fields);
    },
    backToForm: () => setConflict(null),
  };
}
