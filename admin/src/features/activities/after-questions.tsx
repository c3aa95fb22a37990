import type { ActivityRule, Checklist } from '@jiedui/shared/activity';
import { Radio } from 'antd';
import { useWords } from '../../providers/i18n';
import './questions.css';

const words = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  open: { zh: '未答', en: 'Open' },
};

type Props = {
  questions: readonly ActivityRule[];
  answers: Checklist | null;
  /** Left out, the answers are only shown. */
  onChange?: (answers: Checklist) => void;
};

/** What Annex 1 asks after the event, each with yes or no: an honest no is an answer too. */
export function AfterQuestions({ questions, answers, onChange }: Props) {
  const { say } = useWords();
  const answerOf = (code: string): boolean | null => answers?.[code] ?? null;
  return (
    <ul className="questions">
      {questions.map(({ code, words: question, source }) => {
        const answer = answerOf(code);
        return (
          <li key={code}>
            <span id={`question-${code}`} title={source.text}>
              {say(question)}
            </span>
            {onChange ? (
              <Radio.Group
                aria-labelledby={`question-${code}`}
                optionType="button"
                value={answer}
                options={[
                  { value: true, label: say(words.yes) },
                  { value: false, label: say(words.no) },
                ]}
                onChange={(event) => onChange({ ...answers, [code]: event.target.value as boolean })}
              />
            ) : (
              <strong>{say(answer === null ? words.open : answer ? words.yes : words.no)}</strong>
            )}
          </li>
        );
      })}
    </ul>
  );
}
