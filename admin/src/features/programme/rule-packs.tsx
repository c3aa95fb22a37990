import {
  type ActivityRule,
  packState,
  RULE_PACKS,
  type RulePack,
  withoutPack,
  withPack,
} from '@jiedui/shared/activity';
import { Button, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useProgrammeChange } from './use-programme-change';

type Programme = { documentId: string; rev: number; activityRules: readonly ActivityRule[] };

const words = {
  own: { zh: '本区自定', en: 'Of this district' },
  complete: { zh: '补入缺少的规则', en: 'Add the missing rules' },
  on: { zh: '已启用', en: 'In use' },
  off: { zh: '未启用', en: 'Not in use' },
  partly: { zh: '部分启用', en: 'In use in part' },
};

/** Puts a pack of rules into the programme or takes it out; who may not change the programme reads how it stands. */
function PackSwitch({ programme, pack }: { programme: Programme; pack: RulePack }) {
  const { say } = useWords();
  const { may, writes } = useAccess();
  const { busy, change } = useProgrammeChange(programme);
  const state = packState(programme.activityRules, pack);
  if (!may('update', 'programmes') || !writes('programmes', 'activityRules')) {
    return <span className="tag">{say(words[state])}</span>;
  }
  const put = () => change({ activityRules: withPack(programme.activityRules, pack) });
  const take = () => change({ activityRules: withoutPack(programme.activityRules, pack) });
  return (
    <>
      {pack.removable && (
        <Switch
          checked={state !== 'off'}
          loading={busy}
          aria-label={say(pack.words)}
          onChange={(on) => void (on ? put() : take())}
        />
      )}
      {(state === 'partly' || (state === 'off' && !pack.removable)) && (
        <Button size="small" loading={busy} onClick={() => void put()}>
          {say(words.complete)}
        </Button>
      )}
    </>
  );
}

type Props = { programme: Programme; lines: (rules: readonly ActivityRule[]) => ReactNode };

/** The activity rules of the programme by where they come from, each pack with its switch. */
export function RulePacks({ programme, lines }: Props) {
  const { say } = useWords();
  const packed = new Set(RULE_PACKS.flatMap(({ rules }) => rules.map(({ code }) => code)));
  const own = programme.activityRules.filter(({ code }) => !packed.has(code));
  return (
    <>
      {RULE_PACKS.map((pack) => {
        const codes = new Set(pack.rules.map(({ code }) => code));
        const held = programme.activityRules.filter(({ code }) => codes.has(code));
        return (
          <section key={pack.code} aria-label={say(pack.words)}>
            <div className="rule-pack">
              <h2>{say(pack.words)}</h2>
              <span className="muted">{say(pack.note)}</span>
              <PackSwitch programme={programme} pack={pack} />
            </div>
            {held.length > 0 && lines(held)}
          </section>
        );
      })}
      {own.length > 0 && (
        <section>
          <h2>{say(words.own)}</h2>
          {lines(own)}
        </section>
      )}
    </>
  );
}
