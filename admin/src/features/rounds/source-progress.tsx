import { SOURCE_WORDS, type SourceCode } from '@jiedui/shared/rubric';
import { Tag } from 'antd';
import { useWords } from '../../providers/i18n';

export type SourceTally = { source: SourceCode; total: number; submitted: number; recused: number };

/** How much of each source is in. */
export function SourceProgress({ sources }: { sources: readonly SourceTally[] }) {
  const { say } = useWords();
  return sources.map(({ source, total, submitted, recused }) => (
    <Tag key={source}>
      {say(SOURCE_WORDS[source])} {submitted}/{total - recused}
    </Tag>
  ));
}
