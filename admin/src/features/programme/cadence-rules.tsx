import { type CadenceRule, EXAMPLE_CADENCE_RULES, type Programme } from '@jiedui/shared/programme';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useRead } from '../../ui/use-read';
import { CadenceRuleForm } from './cadence-rule-form';
import { PARTY_WORDS, PERIOD_WORDS } from './cadence-words';
import { RuleLines } from './rule-lines';
import { useProgrammeChange } from './use-programme-change';

type Row = Programme & { documentId: string; rev: number };
type Category = { code: string; name: string };

const words = {
  note: {
    zh: '频次规则决定台账:谁、做什么、多久、至少几场。保存后几秒内重新算出台账。',
    en: 'Cadence rules decide the ledger, which is counted anew within seconds of saving.',
  },
  add: { zh: '新增规则', en: 'New rule' },
  example: { zh: '从示例添加', en: 'Add an example' },
  sure: { zh: '移除后台账不再按此规则计算。', en: 'The ledger no longer counts by it.' },
  any: { zh: '任何活动', en: 'any activity' },
};

/** The cadence rules of the programme; the office adds, changes and removes them. */
export function CadenceRules({ programme }: { programme: Row }) {
  const { say } = useWords();
  const { may, writes } = useAccess();
  const { busy, change } = useProgrammeChange(programme);
  const [editing, setEditing] = useState<CadenceRule | 'new' | null>(null);
  const { data: categories = [] } = useRead<Category[]>('/categories', {
    sort: ['order:asc'],
    pagination: { page: 1, pageSize: 100 },
  });
  const mayEdit = may('update', 'programmes') && writes('programmes', 'cadenceRules');
  const rules = programme.cadenceRules;
  const taken = rules.map(({ code }) => code);
  const examples = EXAMPLE_CADENCE_RULES.filter(({ code }) => !taken.includes(code));
  const within = (rule: CadenceRule): CadenceRule => ({
    ...rule,
    from: programme.startsOn,
    to: programme.endsOn,
  });
  return (
    <section className="panel">
      <p className="muted">{say(words.note)}</p>
      {mayEdit && (
        <div className="programme-reading">
          <Button onClick={() => setEditing('new')}>{say(words.add)}</Button>
          {examples.length > 0 && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: examples.map(({ code, words: label }) => ({ key: code, label: say(label) })),
                onClick: ({ key }) => {
                  const rule = examples.find(({ code }) => code === key);
                  if (rule) void change({ cadenceRules: [...rules, within(rule)] });
                },
              }}
            >
              <Button loading={busy}>{say(words.example)}</Button>
            </Dropdown>
          )}
        </div>
      )}
      <RuleLines
        rules={rules}
        line={(rule) => <RuleLine rule={rule} categories={categories} />}
        sure={mayEdit ? words.sure : null}
        onEdit={setEditing}
        onRemove={(rule) => void change({ cadenceRules: rules.filter(({ code }) => code !== rule.code) })}
      />
      {editing && (
        <CadenceRuleForm
          programme={programme}
          rule={editing === 'new' ? null : editing}
          categories={categories}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

function RuleLine({ rule, categories }: { rule: CadenceRule; categories: Category[] }) {
  const { say } = useWords();
  const { who, what, minimum } = rule;
  const kinds =
    who.per === 'station'
      ? who.levels.map((level) => say(optionWords('station', 'level', level)))
      : who.unitClasses.map((unitClass) => say(optionWords('unit', 'unitClass', unitClass)));
  const categoryName = (code: string) => categories.find((one) => one.code === code)?.name ?? code;
  const parts = [
    `${say(PARTY_WORDS[who.per])}(${kinds.join('、')})`,
    say(PERIOD_WORDS[rule.period]),
    say({ zh: `至少 ${minimum} 场`, en: `at least ${minimum}` }),
    what === 'any' ? say(words.any) : what.map(categoryName).join('、'),
    `${rule.from} – ${rule.to}`,
  ];
  return (
    <>
      {parts.join(' · ')} <span className="muted">{rule.source}</span>
    </>
  );
}
