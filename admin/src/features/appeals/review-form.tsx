import { canonicalJson } from '@jiedui/shared/canonical';
import type { Indicator } from '@jiedui/shared/rubric';
import { SOURCE_WORDS } from '@jiedui/shared/rubric';
import { type Entry, MISSING_WORDS, type MissingState } from '@jiedui/shared/scoring';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { useWrites } from '../../ui/use-writes';
import { EntryInput } from '../scoring/entry-inputs';
import { fieldId, NumberField } from '../scoring/number-field';
import '../scoring/sheet.css';
import { type AppealCase, type CaseSheet, changedEntries } from './case-data';

const words = {
  decision: { zh: '复核意见(公开给申诉单位)', en: 'Decision (the unit reads it)' },
  hint: { zh: '写明核查了什么、依据是什么、为何维持或更正', en: 'What was looked at, and why' },
  save: { zh: '保存并试算', en: 'Save and try' },
  saved: { zh: '已保存。', en: 'Saved.' },
  scored: { zh: '评分', en: 'Score' },
  instead: { zh: '更正后的评分', en: 'Corrected scores' },
};

const REASONS: readonly MissingState[] = ['notApplicable', 'lost'];
const MOST = 1_000_000;

/** What has been typed and is not saved yet. */
export type Weighed = { entries: Record<string, Entry>; decision: string };

export const weighedOf = (row: Row, of: AppealCase): Weighed => ({
  entries: Object.fromEntries(of.sheets.map(({ id, before, after }) => [id, after ?? before ?? {}])),
  decision: String(row.decision ?? ''),
});

/** Whether what is typed is what is stored. */
export function isSaved(row: Row, of: AppealCase, { entries, decision }: Weighed): boolean {
  // As text in one order: a database need not give fields back as they were written.
  const typed = canonicalJson(changedEntries(of.sheets, entries));
  return typed === canonicalJson(row.correction ?? null) && decision.trim() === String(row.decision ?? '');
}

type LineProps = {
  of: Indicator;
  sheet: CaseSheet;
  entry: Entry;
  onEntry: (entry: Entry) => void;
};

/** One sheet's entry, to be put in order. */
function Line({ of, sheet, entry, onEntry }: LineProps) {
  const { say } = useWords();
  const who = `${sheet.name} · ${say(SOURCE_WORDS[sheet.source])}`;
  // Several fields of one indicator stand on the page: each goes by its sheet.
  const indicator = { ...of, code: `${of.code}-${sheet.id}`, name: who };
  const set = (value: Partial<Entry>) => onEntry(without({ ...entry, ...value }));
  return (
    <li>
      <label className="appeal-who" htmlFor={fieldId(indicator.code)}>
        {who}
      </label>
      {entry.missing ? null : of.item.kind === 'metric' ? (
        <NumberField
          id={fieldId(indicator.code)}
          label={who}
          value={entry.value}
          min={-MOST}
          max={MOST}
          disabled={false}
          onValue={(value) => set({ value })}
        />
      ) : (
        <EntryInput indicator={indicator} entry={entry} disabled={false} onEntry={set} />
      )}
      {of.item.kind !== 'veto' && of.item.kind !== 'metric' && (
        <Select
          size="small"
          aria-label={`${who} ${say(words.scored)}`}
          value={entry.missing ?? ''}
          onChange={(missing) => set({ missing: missing === '' ? undefined : (missing as MissingState) })}
          options={[
            { value: '', label: say(words.scored) },
            ...REASONS.map((reason) => ({ value: reason, label: say(MISSING_WORDS[reason]) })),
          ]}
        />
      )}
    </li>
  );
}

const without = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Entry;

type Props = { row: Row; of: AppealCase; weighed: Weighed; onWeigh: (weighed: Weighed) => void };

/** The reviewer's part: what each sheet should have said, and why. */
export function ReviewForm({ row, of, weighed, onWeigh }: Props) {
  const { say, locale } = useWords();
  const { message, modal } = App.useApp();
  const { update } = useWrites(useModel('appeals').path);
  const [busy, setBusy] = useState(false);
  const { entries, decision } = weighed;
  const save = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await update(row, {
        correction: changedEntries(of.sheets, entries),
        decision: decision.trim() || null,
      });
      message.success(say(words.saved));
    } catch (thrown) {
      const error = toApiError(thrown);
      modal.error({
        title: say(errorWords(error)),
        content: error.fieldErrors.map((item) => fieldErrorText(item, locale)).join(' '),
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form layout="vertical" onFinish={() => void save()}>
      <h3>{say(words.instead)}</h3>
      <ul className="appeal-lines">
        {of.sheets.map((sheet) => (
          <Line
            key={sheet.id}
            of={of.indicator}
            sheet={sheet}
            entry={entries[sheet.id] ?? {}}
            onEntry={(entry) => onWeigh({ ...weighed, entries: { ...entries, [sheet.id]: entry } })}
          />
        ))}
      </ul>
      <Form.Item label={say(words.decision)} htmlFor="appeal-decision">
        <Input.TextArea
          id="appeal-decision"
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={4000}
          placeholder={say(words.hint)}
          value={decision}
          onChange={({ target }) => onWeigh({ ...weighed, decision: target.value })}
        />
      </Form.Item>
      <Button htmlType="submit" loading={busy} disabled={isSaved(row, of, weighed)}>
        {say(words.save)}
      </Button>
    </Form>
  );
}
