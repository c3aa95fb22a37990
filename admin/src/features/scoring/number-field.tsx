import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../providers/i18n';

/** A number as people type it, full-width digits and all; null for an empty field, NaN for what is none. */
function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  // A point at the end is a number on its way.
  return /^-?\d+\.?\d*$/.test(plain) ? Number(plain) : Number.NaN;
}

// NaN compares with nothing, so it is never within.
const isIn = (number: number, min: number, max: number, whole = false): boolean =>
  number >= min && number <= max && (!whole || Number.isInteger(number));

type NumberProps = {
  id: string;
  label: string;
  value: number | undefined;
  min?: number;
  max: number;
  whole?: boolean;
  disabled: boolean;
  suffix?: string;
  onValue: (value: number | undefined) => void;
};

/**
 * A number of the sheet. Text that is no number, or out of range, stays here with its message: only what may
 * stand on the sheet leaves the field.
 */
export function NumberField({
  id,
  label,
  value,
  min = 0,
  max,
  whole,
  disabled,
  suffix,
  onValue,
}: NumberProps) {
  const { say } = useWords();
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText((shown) =>
      readNumber(shown) === (value ?? null) ? shown : value === undefined ? '' : String(value),
    );
    setWrong(false);
  }, [value]);

  const change = (typed: string) => {
    setText(typed);
    const number = readNumber(typed);
    const bad = number !== null && !isIn(number, min, max, whole);
    setWrong(bad);
    if (!bad) onValue(number ?? undefined);
  };
  const range = whole
    ? say({ zh: `请填 ${min} 到 ${max} 的整数`, en: `A whole number from ${min} to ${max}` })
    : say({ zh: `请填 ${min} 到 ${max} 的数`, en: `A number from ${min} to ${max}` });
  return (
    <span className="sheet-number">
      <Input
        id={id}
        value={text}
        disabled={disabled}
        inputMode={whole ? 'numeric' : 'decimal'}
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        status={wrong ? 'error' : ''}
        suffix={suffix}
        autoComplete="off"
        onFocus={(event) => event.target.select()}
        onChange={(event) => change(event.target.value)}
      />
      {wrong && (
        <span className="sheet-wrong" id={`${id}-wrong`} role="alert">
          {range}
        </span>
      )}
    </span>
  );
}

export const fieldId = (code: string, part = '') => `entry-${code}${part && `-${part}`}`;
