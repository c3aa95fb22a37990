import type { BandDraft } from '@jiedui/shared/rubric';
import { Input, Select } from 'antd';
import { useWords } from '../../../providers/i18n';
import { fromPercent, toPercent } from './aggregation-editor';
import { nextLetter } from './codes';
import { Code, Figure, fieldKey, type Path, rowLabel } from './fields';
import { replaced } from './operations';
import { Rows } from './rows';

type Quota = BandDraft['quota'];
type QuotaKind = 'none' | 'count' | 'share';

const kindOf = (quota: Quota): QuotaKind => (!quota ? 'none' : 'count' in quota ? 'count' : 'share');

const FRESH: Record<QuotaKind, Quota> = { none: undefined, count: { count: 1 }, share: { share: 0.2 } };

type Props = {
  path: Path;
  label: string;
  bands: readonly BandDraft[];
  onBands: (bands: BandDraft[], field: string | null) => void;
  /** A code has changed from `old`; what names it may have to follow. */
  onCode: (bands: BandDraft[], old: string, code: string) => void;
};

/** A list of bands, best first, each with its limit and perhaps how many units it may hold. */
export function BandsEditor({ path, label, bands, onBands, onCode }: Props) {
  const { say } = useWords();
  return (
    <Rows
      path={path}
      label={label}
      rows={bands}
      onRows={onBands}
      fresh={() => ({ code: nextLetter(bands), label: { zh: '', en: '' }, min: undefined })}
      add={say({ zh: '增加等次', en: 'Add a grade' })}
    >
      {(band, at, put) => {
        const place = Number(at.at(-1));
        const name = (locale: 'zh' | 'en', what: string) => (
          <Input
            id={fieldKey([...at, 'label', locale])}
            aria-label={rowLabel(at, what)}
            placeholder={what}
            value={band.label[locale]}
            maxLength={100}
            onChange={(event) =>
              put(
                { ...band, label: { ...band.label, [locale]: event.target.value } },
                fieldKey([...at, 'label', locale]),
              )
            }
          />
        );
        return (
          <>
            <Code
              hidden
              path={[...at, 'code']}
              label={say({ zh: '等次编码', en: 'Code' })}
              value={band.code}
              onCode={(code) => onCode(replaced(bands, place, { ...band, code }), band.code, code)}
            />
            {name('zh', say({ zh: '等次名称', en: 'Name in Chinese' }))}
            {name('en', say({ zh: '英文名称', en: 'Name in English' }))}
            <Figure
              hidden
              path={[...at, 'min']}
              label={say({ zh: '分数线', en: 'Limit' })}
              value={band.min}
              min={-100_000}
              suffix={say({ zh: '分以上', en: 'or more' })}
              onFigure={(min, field) => put({ ...band, min }, field)}
            />
            <QuotaFields
              quota={band.quota}
              path={at}
              onQuota={(quota, field) => put({ ...band, quota }, field)}
            />
          </>
        );
      }}
    </Rows>
  );
}

function QuotaFields({
  quota,
  path,
  onQuota,
}: {
  quota: Quota;
  path: Path;
  onQuota: (quota: Quota, field: string | null) => void;
}) {
  const { say } = useWords();
  return (
    <>
      <Select
        id={fieldKey([...path, 'quota'])}
        aria-label={rowLabel(path, say({ zh: '名额', en: 'Quota' }))}
        value={kindOf(quota)}
        options={[
          { value: 'none', label: say({ zh: '不限名额', en: 'no quota' }) },
          { value: 'count', label: say({ zh: '限个数', en: 'a number' }) },
          { value: 'share', label: say({ zh: '限比例', en: 'a share' }) },
        ]}
        onChange={(kind: QuotaKind) => onQuota(FRESH[kind], null)}
      />
      {quota && 'count' in quota && (
        <Figure
          hidden
          path={[...path, 'quota', 'count']}
          label={say({ zh: '名额个数', en: 'Places' })}
          value={quota.count}
          whole
          suffix={say({ zh: '个', en: '' })}
          onFigure={(count, field) => onQuota({ count: count ?? 0 }, field)}
        />
      )}
      {quota && 'share' in quota && (
        <Figure
          hidden
          path={[...path, 'quota', 'share']}
          label={say({ zh: '名额比例', en: 'Share' })}
          value={toPercent(quota.share)}
          max={100}
          suffix="%"
          onFigure={(percent, field) => onQuota({ share: fromPercent(percent) ?? 0 }, field)}
        />
      )}
    </>
  );
}
