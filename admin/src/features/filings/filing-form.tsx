import { checkFiling, type FilingProblem, refusedFile, rulesWords, storedFile } from '@jiedui/shared/filing';
import { App, Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import type { Model } from '../../models/model';
import { labelOf } from '../../models/model';
import { ConflictError, errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { asRow, type Row } from '../../providers/row';
import { Files } from '../../ui/record/files';
import { useWrites } from '../../ui/use-writes';
import type { Terms } from './requirement';

const words = {
  rules: { zh: '要求', en: 'Asked for' },
  save: { zh: '保存文字', en: 'Save the text' },
  saved: { zh: '已保存。', en: 'Saved.' },
  unsaved: { zh: '文字尚未保存,请先点“保存文字”。', en: 'Save the text first.' },
  ready: { zh: '符合要求,可以报送。', en: 'All is as asked; it can be sent in.' },
};

/** What has been typed and is not saved; null while nothing is. */
export type Typed = { typed: string | null; type: (text: string | null) => void };

/** The text as it stands in the form, whether it is saved, and what still keeps the filing from being sent in. */
export function filingForm(row: Row, terms: Terms | undefined, { typed, type }: Typed) {
  const stored = String(row.text ?? '');
  const text = typed ?? stored;
  const files = (Array.isArray(row.files) ? row.files : [])
    .map(asRow)
    .filter((file) => file !== null)
    .map(({ name, mime, size }) => storedFile({ name, mime, size }));
  const problems = terms ? checkFiling(terms.rules, { text, files }) : [];
  const isSaved = text.trim() === stored;
  return {
    text,
    type,
    problems,
    isSaved,
    /** What the step of sending in is told, which the server asks as well. */
    unmet: () => [...(isSaved ? [] : [words.unsaved]), ...problems.map((problem) => problem.words)],
  };
}

type FormState = ReturnType<typeof filingForm>;

function Problems({ problems, field }: { problems: FilingProblem[]; field: FilingProblem['field'] }) {
  const { say } = useWords();
  const mine = problems.filter((problem) => problem.field === field);
  if (mine.length === 0) return null;
  return (
    <ul className="filing-problems">
      {mine.map((problem) => (
        <li key={`${problem.code}${problem.file ?? ''}`}>{say(problem.words)}</li>
      ))}
    </ul>
  );
}

type Props = { model: Model; row: Row; terms: Terms; form: FormState };

/** The text and the files of a filing, judged as they are typed and added. */
export function FilingForm({ model, row, terms, form }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { update, readAgain } = useWrites(model.path);
  const [busy, setBusy] = useState(false);
  const saving = useRef(false);
  const { problems, text, isSaved } = form;
  const save = async () => {
    // The button shows that it is busy only when the screen is drawn again; a second click may come before.
    if (saving.current) return;
    saving.current = true;
    setBusy(true);
    try {
      await update(row, { text: text.trim() });
      form.type(null);
      message.success(say(words.saved));
    } catch (error) {
      message.error(say(errorWords(error)));
      // What was typed stays; saving again is then meant.
      if (error instanceof ConflictError) await readAgain();
    } finally {
      saving.current = false;
      setBusy(false);
    }
  };
  const refuse = ({ name, type, size }: File) => refusedFile(terms.rules, { name, mime: type, bytes: size });
  const length = [...text.trim()].length;
  return (
    <Form layout="vertical" onFinish={() => void save()}>
      <p className="muted">{`${say(words.rules)}:${say(rulesWords(terms.rules))}`}</p>
      <Form.Item
        label={say(labelOf(model, 'text'))}
        htmlFor="filing-text"
        help={<Problems problems={problems} field="text" />}
        validateStatus={problems.some(({ field }) => field === 'text') ? 'warning' : ''}
      >
        <Input.TextArea
          id="filing-text"
          autoSize={{ minRows: 8, maxRows: 24 }}
          value={text}
          onChange={({ target }) => form.type(target.value)}
        />
      </Form.Item>
      <div className="filing-save">
        <span className="muted">{say({ zh: `${length} 字`, en: `${length} characters` })}</span>
        <Button htmlType="submit" loading={busy} disabled={isSaved}>
          {say(words.save)}
        </Button>
      </div>
      <h3>{say(labelOf(model, 'files'))}</h3>
      <Problems problems={problems} field="files" />
      <Files model={model} row={row} field="files" editable refuse={refuse} />
      {isSaved && problems.length === 0 && (
        <p className="filing-ready" role="status">
          {say(words.ready)}
        </p>
      )}
    </Form>
  );
}
