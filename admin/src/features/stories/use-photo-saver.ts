import { useRef, useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { useWrites } from '../../ui/use-writes';
import type { PhotoField } from './story-fields';

type Values = Partial<Record<PhotoField, unknown>>;
const same = (one: unknown, other: unknown) => (one ?? '') === (other ?? '');

/**
 * What is written about a picture, saved field by field as each one is left. What the server does not take stays in its
 * field, with the reason.
 */
export function usePhotoSaver(row: Row) {
  const { locale, say } = useWords();
  const { update } = useWrites('story-photos');
  const [typed, setTyped] = useState<Values>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const rev = useRef(Number(row.rev));
  const line = useRef<Promise<void>>(Promise.resolve());
  rev.current = Math.max(rev.current, Number(row.rev));

  const said = (field: PhotoField) => (field in typed ? typed[field] : row[field]);

  const send = async (values: Values) => {
    setSaving(true);
    try {
      const saved = await update({ id: row.id, rev: rev.current }, values);
      rev.current = Math.max(rev.current, Number(saved.rev));
      setProblem(null);
      setTyped((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !(name in values))));
    } catch (thrown) {
      const error = toApiError(thrown);
      const told = error.fieldErrors.map((one) => fieldErrorText(one, locale));
      setProblem(told.length > 0 ? told.join(' ') : say(errorWords(error)));
    } finally {
      setSaving(false);
    }
  };

  return {
    said,
    problem,
    saving,
    type: (field: PhotoField, value: unknown) => setTyped((now) => ({ ...now, [field]: value })),
    /** Saves a field that differs from the record; one after the other, for each goes on from the last one's revision. */
    save(field: PhotoField, value: unknown) {
      const sent = typeof value === 'string' ? value.trim() || null : (value ?? null);
      if (same(sent, row[field])) return;
      setTyped((now) => ({ ...now, [field]: sent }));
      line.current = line.current.then(() => send({ [field]: sent }));
    },
  };
}
