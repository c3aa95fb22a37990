import { shownCoefficient, type Verdict } from '@jiedui/shared/reliability';
import type { Agreement as AgreementData } from '@jiedui/shared/round';
import { Alert, Table, type TableColumnsType } from 'antd';
import { useWords } from '../../../providers/i18n';
import { ConnectionNotice } from '../../../ui/connection-notice';
import { Tag, type Tone } from '../../../ui/tone';
import { usePhone } from '../../../ui/use-phone';
import { type Ready, shownNumber } from './trust-data';

const words = {
  title: { zh: '能否采信', en: 'Can it be relied on' },
  dimension: { zh: '维度', en: 'Dimension' },
  verdict: { zh: '判断', en: 'Verdict' },
  pairable: { zh: '可比评分', en: 'Comparable' },
  connected: { zh: '分工连通:所有单位可以相互比较。', en: 'Connected: all units can be compared.' },
  total: { zh: '总分', en: 'Total' },
};

const VERDICT_TAGS: Record<Verdict, { tone: Tone; zh: string; en: string }> = {
  usable: { tone: 'green', zh: '可采用', en: 'Usable' },
  tentative: { tone: 'amber', zh: '仅供初步参考', en: 'Tentative' },
  unreliable: { tone: 'red', zh: '不可依赖', en: 'Unreliable' },
};

const ALERTS = { usable: 'success', tentative: 'warning', unreliable: 'error' } as const;

type Line = AgreementData & { code: string; name: string };

/** Of the mean of all evaluators: ICC(2,k), or what stands in for it where there are gaps. */
function useCoefficient({ trust }: Ready): string {
  const { say } = useWords();
  const { icc, generalizability } = trust;
  if (icc.icc) {
    const { icc2k } = icc.icc;
    const shown = icc2k === null ? '–' : shownCoefficient(icc2k);
    return say({
      zh: `ICC(2,k) = ${shown}(${icc.raters} 名测评员都评了 ${icc.units} 个单位)`,
      en: `ICC(2,k) = ${shown} (${icc.raters} evaluators, all ${icc.units} units)`,
    });
  }
  if (generalizability?.coefficients) {
    const { absolute, ratersPerUnit } = generalizability.coefficients;
    return say({
      zh: `并非人人评了每个单位,不能计算 ICC;按方差分量估计,各单位平均分的可靠性系数为 ${shownCoefficient(absolute)}(平均每单位 ${shownNumber(ratersPerUnit, 1)} 人)`,
      en: `Not everybody scored everything, so no ICC; from variance components the means have ${shownCoefficient(absolute)} (${shownNumber(ratersPerUnit, 1)} evaluators a unit)`,
    });
  }
  const refused = generalizability ?? icc;
  return 'words' in refused ? say(refused.words) : '';
}

function Connected({ connection }: Ready) {
  const { say } = useWords();
  if (connection.groups.length > 1 || connection.replacements) return <ConnectionNotice {...connection} />;
  return <p className="muted">{say(words.connected)}</p>;
}

/** What talks changed, and how far the evaluators agreed before. */
function Moderated({ trust }: Ready) {
  const { say } = useWords();
  const { moderated, total } = trust;
  if (!moderated) return null;
  const shown = ({ alpha }: AgreementData) => (alpha.alpha === null ? '–' : shownCoefficient(alpha.alpha));
  const [before, after] = [shown(moderated.before.total), shown(total)];
  return (
    <p>
      {say({
        zh: `经会商改评 ${moderated.sheets} 份评分表的 ${moderated.entries} 项:总分 α 会商前 ${before},会商后 ${after}。`,
        en: `Talks changed ${moderated.entries} entries of ${moderated.sheets} sheets: α of the totals ${before} before, ${after} after.`,
      })}
    </p>
  );
}

/** How far the evaluators agree, in words first. */
export function Agreement(ready: Ready) {
  const { say } = useWords();
  const { total, dimensions } = ready.trust;
  const coefficient = useCoefficient(ready);
  const phone = usePhone();
  const lines: Line[] = [{ ...total, code: '', name: say(words.total) }, ...dimensions];
  const columns: TableColumnsType<Line> = [
    { key: 'name', title: say(words.dimension), dataIndex: 'name' },
    {
      key: 'alpha',
      title: 'α',
      align: 'right',
      width: phone ? 64 : 90,
      render: (_, { alpha }) => (alpha.alpha === null ? '–' : shownCoefficient(alpha.alpha)),
    },
    {
      key: 'verdict',
      title: say(words.verdict),
      width: phone ? 160 : 240,
      render: (_, { alpha, verdict }) =>
        verdict ? (
          <Tag tone={VERDICT_TAGS[verdict.verdict].tone}>{say(VERDICT_TAGS[verdict.verdict])}</Tag>
        ) : (
          <span className="muted">{'words' in alpha ? say(alpha.words) : ''}</span>
        ),
    },
    {
      key: 'pairable',
      title: say(words.pairable),
      align: 'right',
      width: 110,
      render: (_, { alpha }) => alpha.pairable,
    },
  ];
  return (
    <section className="panel trust-panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {total.verdict ? (
        <Alert
          type={ALERTS[total.verdict.verdict]}
          showIcon
          message={say(total.verdict.words)}
          description={total.verdict.limits.map((limit) => say(limit.words)).join(';')}
        />
      ) : (
        <Alert type="info" showIcon message={'words' in total.alpha ? say(total.alpha.words) : ''} />
      )}
      <p>{coefficient}</p>
      <Moderated {...ready} />
      <Connected {...ready} />
      <Table
        size="small"
        rowKey="code"
        // What was compared is the least of it, and the verdicts are not to be cut.
        columns={phone ? columns.filter(({ key }) => key !== 'pairable') : columns}
        dataSource={lines}
        pagination={false}
      />
    </section>
  );
}
