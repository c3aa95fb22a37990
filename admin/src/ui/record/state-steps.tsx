import type { Words } from '@jiedui/shared/text';
import { decide, machineOf, stepsFrom, type Transition } from '@jiedui/shared/workflow';
import { App, Button, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { labelOf, type Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { fieldErrorText } from '../forms/place-errors';
import { usePhone } from '../use-phone';
import { useWrites } from '../use-writes';
import { ReasonDialog } from './reason-dialog';

type Step = { name: string; step: Transition };

type Props = {
  model: Model;
  row: Row;
  /** What still holds a step's gate back, in words; the server asks the same. */
  unmet?: (gate: string) => Words[];
  onDone?: (name: string, row: Row | null) => void;
  /** The step has taken the record out of the person's hands. */
  onGone?: () => void;
  /** Only these steps. */
  only?: readonly string[];
  /** In a list the rows are what is looked at, not their buttons. */
  inRow?: boolean;
  /** Shown in place of the buttons when there is no step to take. */
  none?: string;
};

/** Why a step cannot be taken yet; empty when it can. A reason is asked for later, so it does not count. */
function useHindrances(model: Model, row: Row, unmet: Props['unmet']) {
  const { role } = useAccess();
  const machine = machineOf(model.resource);
  return ({ name, step }: Step): Words[] => {
    if (!machine) return [];
    const record = { ...row, state: String(row.state) };
    const decision = decide(machine, name, { role, record, reason: '—' });
    const missing = decision.allowed
      ? []
      : decision.missing.map((field) => {
          const label = labelOf(model, field);
          return { zh: `请先填写“${label.zh}”。`, en: `Fill in “${label.en}” first.` };
        });
    return [...missing, ...(step.gate && unmet ? unmet(step.gate) : [])];
  };
}

/** The steps that the signed-in role can take from the record's state, as buttons. */
export function StateSteps({ model, row, unmet, onDone, onGone, only, inRow = false, none }: Props) {
  const { say, locale } = useWords();
  const { message, modal } = App.useApp();
  const { role, may } = useAccess();
  const phone = usePhone();
  const { transition, readAgain } = useWrites(model.path);
  const hindrances = useHindrances(model, row, unmet);
  const [asked, setAsked] = useState<Step | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const taking = useRef<Row['rev'] | null>(null);

  const machine = machineOf(model.resource);
  const steps =
    machine && may('transition', model.path)
      ? stepsFrom(machine, String(row.state), role)
          .filter(([name]) => !only || only.includes(name))
          .map(([name, step]) => ({ name, step }))
      : [];
  if (steps.length === 0) return none ? <span className="muted">{none}</span> : null;

  const take = async ({ name, step }: Step, reason?: string) => {
    setAsked(null);
    // Of two quick clicks the second one would be told that somebody else was first. The next step shows as soon as
    // its record has been read, though lists may still be on their way: it goes on from another revision.
    if (taking.current === row.rev) return;
    taking.current = row.rev;
    setBusy(name);
    try {
      const moved = await transition(row, name, reason, onGone);
      message.success(say(step.done ?? { zh: `已${step.label.zh}。`, en: `${step.label.en}: done.` }));
      onDone?.(name, moved);
    } catch (thrown) {
      const error = toApiError(thrown);
      modal.error({
        title: say(errorWords(error)),
        content: (
          <ul>
            {error.fieldErrors.map((item) => (
              <li key={`${item.path.join('.')}-${item.code}`}>{fieldErrorText(item, locale)}</li>
            ))}
          </ul>
        ),
      });
      // The record may have moved on meanwhile: show it as it is now.
      if (error.statusCode === 409) await readAgain();
    } finally {
      if (taking.current === row.rev) taking.current = null;
      setBusy((now) => (now === name ? null : now));
    }
  };

  const begin = (item: Step) => {
    const { reason, warning, label } = item.step;
    if (reason) setAsked(item);
    else if (warning)
      modal.confirm({
        title: say({ zh: `${label.zh}?`, en: `${label.en}?` }),
        content: say(warning),
        okText: say(label),
        onOk: () => take(item),
      });
    else void take(item);
  };

  const button = (item: Step) => {
    const reasons = hindrances(item);
    const drawn = (
      <Button
        key={item.name}
        type={item.step.danger || inRow ? 'default' : 'primary'}
        size={inRow && !phone ? 'small' : 'middle'}
        danger={item.step.danger ?? false}
        disabled={reasons.length > 0}
        loading={busy === item.name}
        onClick={() => begin(item)}
      >
        {say(item.step.label)}
      </Button>
    );
    if (reasons.length === 0) return drawn;
    return (
      <Tooltip key={item.name} title={reasons.map(say).join(' ')}>
        {drawn}
      </Tooltip>
    );
  };

  return (
    <div className="steps no-print">
      {steps.map(button)}
      {asked && (
        <ReasonDialog
          title={say(asked.step.label)}
          warning={asked.step.warning}
          onGive={(reason) => void take(asked, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
