import { useWords } from '../../providers/i18n';

const words = {
  title: { zh: '怎样调用', en: 'How to call it' },
  base: { zh: '接口地址', en: 'Base address' },
  first: { zh: '取最新稿件', en: 'The newest stories' },
  changes: { zh: '取变动(同步用)', en: 'What changed' },
  docs: { zh: '接口说明', en: 'Description of the interface' },
  machine: { zh: '机器可读的说明(OpenAPI)', en: 'The same for machines (OpenAPI)' },
};

// Without -g, curl reads the brackets of a query as a pattern and refuses the address.
const call = (address: string): string =>
  `curl -g --compressed -H "Authorization: Bearer jdc_…" "${window.location.origin}${address}"`;

/** What the other side needs to begin. */
export function HowTo() {
  const { say } = useWords();
  const examples = [
    [words.first, '/api/stories?pagination[pageSize]=10'],
    [words.changes, '/api/stories/changes?updatedSince=2022-07-01T00:00:00%2B08:00'],
  ] as const;
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <dl className="facts">
        <div className="fact-wide">
          <dt>{say(words.base)}</dt>
          <dd>
            <code>{`${window.location.origin}/api`}</code>
          </dd>
        </div>
        {examples.map(([label, address]) => (
          <div key={address} className="fact-wide">
            <dt>{say(label)}</dt>
            <dd>
              <pre className="call-example">{call(address)}</pre>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/api/docs" target="_blank" rel="noreferrer">
          {say(words.docs)}
        </a>
        {' · '}
        <a href="/api/openapi.json" target="_blank" rel="noreferrer">
          {say(words.machine)}
        </a>
      </p>
    </section>
  );
}
