import { Input, Radio } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { NumberField } from '../../scoring/number-field';
import { asCode } from './codes';

export type Path = readonly (string | number)[];

/** The id of a field, by which a finding leads to it. */
export const fieldKey = (path: Path): string => `rubric-${path.join('-')}`;

/** What a field in a row is called: with the row's number, or all of a column would be called the same. */
export function rowLabel(path: Path, label: string): string {
  const at = path.filter((key) => typeof key === 'number').at(-1);
  return at === undefined ? label : `${label} ${at + 1}`;
}

const MOST = 100_000;

type Common = { path: Path; label: string };

/** A labelled place for one field or a group of them. */
export function Labelled({ path, label, wide, children }: Common & { wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'builder-field builder-wide' : 'builder-field'}>
      <label htmlFor={fieldKey(path)}>{label}</label>
      {children}
    </div>
  );
}

type TextProps = Common & {
  value: string | undefined;
  most: number;
  rows?: number;
  disabled?: boolean;
  onText: (value: string, field: string) => void;
};

/** A text; typing on in it is one step to take back. */
export function Text({ path, label, value, most, rows, disabled = false, onText }: TextProps) {
  const id = fieldKey(path);
  const common = { id, value: value ?? '', maxLength: most, disabled };
  return (
    <Labelled path={path} label={label} wide={rows !== undefined}>
      {rows === undefined ? (
        <Input {...common} onChange={(event) => onText(event.target.value, id)} />
      ) : (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: rows, maxRows: 10 }}
          onChange={(event) => onText(event.target.value, id)}
        />
      )}
    </Labelled>
  );
}

type CodeProps = Common & { value: string; hidden?: boolean; onCode: (code: string) => void };

/** A code, taken when it is complete: what refers to it must not follow each half-typed letter. */
export function Code({ path, label, value, hidden = false, onCode }: CodeProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const done = () => {
    const code = asCode(text);
    setText(code);
    if (code !== value) onCode(code);
  };
  const input = (
    <Input
      id={fieldKey(path)}
      className="builder-code"
      value={text}
      maxLength={40}
      {...(hidden ? { 'aria-label': rowLabel(path, label) } : {})}
      onChange={(event) => setText(event.target.value)}
      onBlur={done}
      onPressEnter={done}
    />
  );
  if (hidden) return input;
  return (
    <Labelled path={path} label={label}>
      {input}
    </Labelled>
  );
}

type FigureProps = Common & {
  value: number | null | undefined;
  min?: number;
  max?: number;
  whole?: boolean;
  suffix?: string;
  hidden?: boolean;
  onFigure: (value: number | undefined, field: string) => void;
};

/** A number with its label; `hidden` where the list around it says already what it is. */
export function Figure({ path, label, value, max = MOST, hidden = false, onFigure, ...more }: FigureProps) {
  const id = fieldKey(path);
  const input = (
    <NumberField
      id={id}
      label={hidden ? rowLabel(path, label) : label}
      value={value ?? undefined}
      max={max}
      disabled={false}
      onValue={(next) => next !== (value ?? undefined) && onFigure(next, id)}
      {...more}
    />
  );
  if (hidden) return input;
  return (
    <Labelled path={path} label={label}>
      {input}
    </Labelled>
  );
}

type ChoiceProps<T extends string> = Common & {
  value: T;
  options: readonly { value: T; label: string }[];
  onChoice: (value: T) => void;
};

/** One of a few, all to be seen. */
export function Choice<T extends string>({ path, label, value, options, onChoice }: ChoiceProps<T>) {
  return (
    <fieldset className="builder-field builder-choice" id={fieldKey(path)}>
      <legend>{label}</legend>
      <Radio.Group
        value={value}
        options={options.map((one) => ({ ...one }))}
        onChange={(event) => onChoice(event.target.value as T)}
      />
    </fieldset>
  );
}
