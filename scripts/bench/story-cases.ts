import type { Load } from './measure';
import type { CaseResult } from './report';

/** A comparison of what is read of stories. */
export type StoryCase = {
  name: string;
  words: string;
  ours: Load;
  floor: Load;
  floorIsOurs?: true;
  stock?: Load;
  least: NonNullable<CaseResult['least']>;
};

const CONNECTIONS = 10;
const PAGES = 400;
const CURSORS = 60;
/** What our list answers of each story, asked of stock Strapi no dearer than it must be. */
const STOCK_PARTS = [
  ...['column', 'unit', 'station', 'category'].map((name) => `populate[${name}][fields][0]=name`),
  ...['alt', 'caption', 'credit', 'cover'].map((name, at) => `populate[pictures][fields][${at}]=${name}`),
  ...['url', 'width', 'height', 'formats'].map(
    (name, at) => `populate[pictures][populate][file][fields][${at}]=${name}`,
  ),
].join('&');

type Asked = { path: string; headers?: Record<string, string> };

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** The same request again and again. */
const same = ({ path, headers = {} }: Asked): Load => ({
  connections: CONNECTIONS,
  requests: [{ method: 'GET', path, headers }],
});

/** Each request another than the one before. */
function each(asked: (at: number) => Asked): Load {
  let at = 0;
  return {
    connections: CONNECTIONS,
    requests: [
      {
        setupRequest(base) {
          at += 1;
          const { path, headers = {} } = asked(at);
          return { ...base, method: 'GET', path, headers };
        },
      },
    ],
  };
}

/** Answers name the address of the server: by another name of it, each is another answer, and none is kept. */
const byOtherName = (at: number) => ({ Host: `n${String(at).padStart(9, '0')}.example` });

type Tokens = { token: string; stockToken: string };

export async function storyCasesOf(url: string, tokens: Tokens): Promise<StoryCase[]> {
  const changes = await cursorsOf(url, tokens.token);
  return [
    ...feedCases(),
    ...changeCases(changes, tokens.token),
    ...(await unchangedCases(url, changes, tokens.token)),
    ...listCases(tokens),
  ];
}

const FEEDS = { storyFeed: '/feeds/stories.json', storyAtom: '/feeds/stories.atom' };
const FORMS = { storyFeed: 'JSON Feed', storyAtom: 'Atom' };

function feedCases(): StoryCase[] {
  return (['storyFeed', 'storyAtom'] as const).flatMap((name) => [
    {
      name: `${name}.made`,
      words: `稿件订阅 ${FORMS[name]}(每次重新生成)`,
      ours: each((at) => ({ path: FEEDS[name], headers: byOtherName(at) })),
      floor: each((at) => ({ path: '/feed', headers: byOtherName(at) })),
      least: { ofFloor: 0.3 },
    },
    {
      name: `${name}.kept`,
      words: `稿件订阅 ${FORMS[name]}(已生成)`,
      ours: same({ path: FEEDS[name] }),
      floor: same({ path: '/feed' }),
      least: { ofFloor: 0.6 },
    },
  ]);
}

type Change = { path: string; after: number };

/** The cursors that whoever reads all changes comes by first. */
async function cursorsOf(url: string, token: string): Promise<Change[]> {
  const found: Change[] = [];
  const limit = 200;
  let path = `/api/stories/changes?limit=${limit}`;
  for (;;) {
    const answer = await fetch(url + path, { headers: bearer(token) });
    const { meta } = (await answer.json()) as { meta: { cursor: string; more: boolean } };
    if (!meta.more || found.length === CURSORS) return found;
    const cursor = `cursor=${encodeURIComponent(meta.cursor)}`;
    found.push({ path: `/api/stories/changes?${cursor}`, after: limit * (found.length + 1) });
    path = `/api/stories/changes?limit=${limit}&${cursor}`;
  }
}

function changeCases(changes: Change[], token: string): StoryCase[] {
  const at = (count: number): Change => changes[count % changes.length] as Change;
  const [first] = changes as [Change];
  const headers = bearer(token);
  return [
    {
      name: 'storyChanges.made',
      words: '稿件变化,一次 100 条(每次重新生成)',
      ours: each((count) => ({ path: at(count).path, headers: { ...headers, ...byOtherName(count) } })),
      floor: each((count) => ({ path: `/changes?after=${at(count).after}`, headers: byOtherName(count) })),
      least: { ofFloor: 0.3 },
    },
    {
      name: 'storyChanges.kept',
      words: '稿件变化,一次 100 条(已生成)',
      ours: same({ path: first.path, headers }),
      floor: same({ path: `/changes?after=${first.after}` }),
      least: { ofFloor: 0.6 },
    },
  ];
}

/** That nothing has changed, beside the least that the server says: that it is there. */
async function unchangedCases(url: string, [first]: Change[], token: string): Promise<StoryCase[]> {
  const case304 = async (name: string, words: string, path: string, headers = {}): Promise<StoryCase> => {
    // As the load asks; a packed answer has a mark of its own.
    const asked = { ...headers, 'Accept-Encoding': 'identity' };
    const etag = (await fetch(url + path, { headers: asked })).headers.get('etag') ?? '';
    const unchanged = { ...asked, 'If-None-Match': etag };
    const { status } = await fetch(url + path, { headers: unchanged });
    if (status !== 304) throw new Error(`${path} answered ${status} to those who have it`);
    return {
      name,
      words: `${words}未变,304(底线:本系统的 /_health)`,
      ours: same({ path, headers: unchanged }),
      floor: same({ path: '/_health' }),
      floorIsOurs: true,
      least: { ofFloor: 0.8 },
    };
  };
  return [
    await case304('storyFeed.unchanged', '稿件订阅 JSON Feed ', FEEDS.storyFeed),
    await case304('storyAtom.unchanged', '稿件订阅 Atom ', FEEDS.storyAtom),
    await case304('storyChanges.unchanged', '稿件变化', first?.path ?? '', bearer(token)),
  ];
}

function listCases({ token, stockToken }: Tokens): StoryCase[] {
  const page = (at: number) => 1 + (at % PAGES);
  const ours = (at: number) => `/api/stories?populate=*&pagination[page]=${page(at)}&pagination[pageSize]=25`;
  const stock = (at: number) =>
    `/api/stories?${STOCK_PARTS}&sort[0]=id:desc&pagination[page]=${page(at)}&pagination[pageSize]=25`;
  const headers = bearer(token);
  const words = '稿件列表(带专栏、单位、站点、分类,含总数,';
  return [
    {
      name: 'storyList.made',
      words: `${words}每次重新生成)`,
      ours: each((at) => ({ path: ours(at), headers: { ...headers, ...byOtherName(at) } })),
      floor: each((at) => ({ path: `/list?page=${page(at)}`, headers: byOtherName(at) })),
      stock: each((at) => ({ path: stock(at), headers: bearer(stockToken) })),
      least: { ofStock: 10 },
    },
    {
      name: 'storyList.kept',
      words: `${words}已生成)`,
      ours: same({ path: ours(0), headers }),
      floor: same({ path: '/list?page=1' }),
      stock: same({ path: stock(0), headers: bearer(stockToken) }),
      least: { ofStock: 10 },
    },
  ];
}
