import { dayOf, instantAt, timeOf } from '@jiedui/shared/calendar';
import { readPeople } from '@jiedui/shared/hours';
import type { Words } from '@jiedui/shared/text';
import { Alert, App, Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { type ApiError, errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Tag, type Tone } from '../../ui/tone';
import { useWrites } from '../../ui/use-writes';

type Candidate = { documentId: string; name: string; maskedId: string | null; unit: string | null };
type Standing = 'known' | 'several' | 'new' | 'wrongId' | 'otherName' | 'there';
type Resolved = { line: number; name: string; standing: Standing; candidates: Candidate[] };

const NEW = 'new';
const LEFT_OUT = ['wrongId', 'otherName', 'there'];

const STANDINGS: Record<Standing, { tone: Tone; words: Words }> = {
  known: { tone: 'green', words: { zh: '已在名册', en: 'Known' } },
  several: { tone: 'amber', words: { zh: '有同名,请选择', en: 'Several: choose' } },
  new: { tone: 'blue', words: { zh: '新志愿者', en: 'New' } },
  wrongId: { tone: 'red', words: { zh: '证件号码有误', en: 'Wrong number' } },
  otherName: { tone: 'red', words: { zh: '号码属于另一姓名', en: 'Number of another name' } },
  there: { tone: 'neutral', words: { zh: '已登记', en: 'Entered already' } },
};

const words = {
  title: { zh: '登记出勤', en: 'Enter people' },
  people: {
    zh: '姓名(可从表格粘贴,每行一人;证件号码可接在姓名后面)',
    en: 'Names, one a line; a number may follow',
  },
  look: { zh: '查看', en: 'Look' },
  span: { zh: '起止时间', en: 'From – to' },
  newPerson: { zh: '另一人(新志愿者)', en: 'Somebody else (new)' },
  choose: { zh: '请选择', en: 'Choose' },
  back: { zh: '返回修改', en: 'Back' },
  leftOut: { zh: '标红和已登记的不会登记。', en: 'Red ones and those entered already are left out.' },
};

/** Whoever of the list is entered: the one chosen, or somebody new with what was typed. */
function personOf(one: Resolved, choice: string | undefined, text: string) {
  if (choice && choice !== NEW) return { volunteer: choice };
  const typed = readPeople(text).find(({ line, name }) => line === one.line && name === one.name);
  const id = typed?.id;
  const idNumber = id?.kind === 'valid' ? id.number : id?.kind === 'masked' ? id.masked : undefined;
  return { name: one.name, ...(idNumber ? { idNumber } : {}) };
}

const firstChoice = ({ standing, candidates }: Resolved): string | undefined =>
  standing === 'known' ? candidates[0]?.documentId : standing === 'new' ? NEW : undefined;

type Times = { span: [Dayjs, Dayjs] };

/** Times are those of the district's clocks, whatever zone the machine is in. */
const toWall = (value: unknown) =>
  typeof value === 'string' ? dayjs(`${dayOf(value)}T${timeOf(value)}`) : undefined;
const toInstant = (wall: Dayjs) => instantAt(wall.format('YYYY-MM-DD'), wall.format('HH:mm'));

/** Several people at once: pasted, looked at, and then entered together or not at all. */
export function EnterPeople({ activity, onClose }: { activity: Row; onClose: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { readAgain } = useWrites('attendances');
  const [form] = Form.useForm<Times>();
  const [text, setText] = useState('');
  const [people, setPeople] = useState<Resolved[] | null>(null);
  const [choices, setChoices] = useState<Record<number, string>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const at = `/hours/activities/${activity.id}`;

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  const look = () =>
    run(async () => {
      const { data } = await http.post<{ data: Resolved[] }>(`${at}/people`, { data: { text } });
      const first = data.data.map((one, index) => [index, firstChoice(one)] as const);
      setChoices(Object.fromEntries(first.filter((entry): entry is [number, string] => !!entry[1])));
      setPeople(data.data);
    });

  const chosen = (people ?? [])
    .map((one, index) => ({ one, choice: choices[index] }))
    .filter(({ one, choice }) => !LEFT_OUT.includes(one.standing) && choice !== undefined);
  const undecided = (people ?? []).some((one, index) => one.standing === 'several' && !choices[index]);

  const enter = ({ span: [from, to] }: Times) =>
    run(async () => {
      const entries = chosen.map(({ one, choice }) => personOf(one, choice, text));
      const times = { startsAt: toInstant(from), endsAt: toInstant(to) };
      await http.post(`${at}/attendances`, { data: { people: entries, ...times } });
      message.success(say({ zh: `已登记 ${entries.length} 人。`, en: `${entries.length} entered.` }));
      await readAgain();
      onClose();
    });

  const reasons = error?.fieldErrors.map(({ path, message: told }) => {
    const person = path[0] === 'people' ? chosen[Number(path[1])]?.one.name : undefined;
    return [person, told].filter(Boolean).join(':');
  });

  return (
    <Drawer
      open
      width="min(560px, 100vw)"
      title={say(words.title)}
      onClose={onClose}
      maskClosable={false}
      footer={
        <div className="attendance-footer">
          {people && (
            <Button disabled={busy} onClick={() => setPeople(null)}>
              {say(words.back)}
            </Button>
          )}
          {people ? (
            // A button of its own: the other one may still be fading out its wheel, which would be part of this one's name.
            <Button
              key="enter"
              type="primary"
              loading={busy}
              disabled={chosen.length === 0 || undecided}
              onClick={form.submit}
            >
              {say({ zh: `登记 ${chosen.length} 人`, en: `Enter ${chosen.length}` })}
            </Button>
          ) : (
            <Button
              key="look"
              type="primary"
              loading={busy}
              disabled={text.trim() === ''}
              onClick={() => void look()}
            >
              {say(words.look)}
            </Button>
          )}
        </div>
      }
    >
      {error && (
        <Alert
          type="error"
          showIcon
          message={say(errorWords(error))}
          description={reasons?.map((reason) => <div key={reason}>{reason}</div>)}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => void enter(values)}
        initialValues={{ span: [toWall(activity.startsAt), toWall(activity.endsAt)] }}
      >
        <Form.Item name="span" label={say(words.span)} rules={[{ required: true }]}>
          <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
        {!people && (
          <Form.Item label={say(words.people)} htmlFor="people">
            <Input.TextArea
              id="people"
              rows={10}
              value={text}
              onChange={({ target }) => setText(target.value)}
              placeholder={'张三\n李四 440101199001011234'}
            />
          </Form.Item>
        )}
      </Form>
      {people && (
        <>
          <p className="muted">{say(words.leftOut)}</p>
          <ul className="attendance-people">
            {people.map((one, index) => (
              <li key={`${one.line}-${one.name}`}>
                <strong>{one.name}</strong>{' '}
                <Tag tone={STANDINGS[one.standing].tone}>{say(STANDINGS[one.standing].words)}</Tag>
                {one.candidates.length > 0 && !LEFT_OUT.includes(one.standing) && (
                  <Select
                    className="attendance-choice"
                    aria-label={one.name}
                    placeholder={say(words.choose)}
                    value={choices[index]}
                    onChange={(value: string) => setChoices({ ...choices, [index]: value })}
                    popupMatchSelectWidth={false}
                    options={[
                      ...one.candidates.map((candidate) => ({
                        value: candidate.documentId,
                        label: [candidate.name, candidate.maskedId, candidate.unit]
                          .filter(Boolean)
                          .join(' · '),
                      })),
                      { value: NEW, label: say(words.newPerson) },
                    ]}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  );
}
