import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../providers/i18n';
import { Page } from '../../ui/page';
import './print.css';

type Props = { title: string; back: { to: string; label: string }; children: ReactNode };

/** A sheet of paper on the screen: printed without the console around it. */
export function PrintSheet({ title, back, children }: Props) {
  const { say } = useWords();
  return (
    <div className="result-print-page">
      <Page
        title={title}
        back={back}
        actions={
          <Button type="primary" onClick={() => window.print()}>
            {say({ zh: '打印', en: 'Print' })}
          </Button>
        }
      >
        <div className="result-print">{children}</div>
      </Page>
    </div>
  );
}

type Cells = readonly (string | number | null)[];

/** A table whose heading is repeated on every printed page; numbers stand right. */
export function PrintTable({
  caption,
  head,
  rows,
  text,
}: {
  caption: string;
  head: string[];
  rows: Cells[];
  text: number[];
}) {
  const className = (at: number) => (text.includes(at) ? undefined : 'number');
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((words, at) => (
            <th key={words} scope="col" className={className(at)}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join(' ')}>
            {cells.map((cell, at) => (
              <td key={head[at]} className={className(at)}>
                {cell ?? '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
