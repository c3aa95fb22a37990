import { ERROR_TEXT, type ErrorCode } from '../text';

/** The codes that readers of stories may meet, each with the status that it comes with. A code is never renamed. */
const CODES = {
  BAD_QUERY: 400,
  UNKNOWN_FIELD: 400,
  WRONG_TYPE: 400,
  NOT_AN_OPTION: 400,
  OUT_OF_RANGE: 400,
  BAD_CHARACTERS: 400,
  CURSOR_UNUSABLE: 400,
  SIGN_IN_REQUIRED: 401,
  TOKEN_REFUSED: 401,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  WITHDRAWN: 410,
  ADDRESS_TOO_LONG: 414,
  QUOTA_SPENT: 429,
  INTERNAL: 500,
  BUSY: 503,
} as const satisfies Partial<Record<ErrorCode, number>>;

/** Where the words that a person of the console reads do not say it to one who writes a program. */
const CODE_WORDS: Partial<Record<ErrorCode, string>> = {
  SIGN_IN_REQUIRED: '请求头中没有令牌,或不是以 jdc_ 开头的令牌。',
  METHOD_NOT_ALLOWED: '只能用 GET 或 HEAD。',
  ADDRESS_TOO_LONG: '网址(含参数)过长,最多 4000 个字符。',
};

const codeTable = Object.entries(CODES)
  .map(([code, status]) => {
    const words = CODE_WORDS[code as ErrorCode] ?? ERROR_TEXT[code as ErrorCode].zh;
    return `| \`${code}\` | ${status} | ${words} |`;
  })
  .join('\n');

export const INFO = {
  title: '结对 稿件接口',
  version: '1.0.0',
  description: `已刊发稿件的只读接口。

## 令牌
在请求头中写 \`Authorization: Bearer jdc_…\`。令牌由区办公室或宣传部门在“接口用户”中生成,可限定专栏,可随时停用。

## 同步
首次调用 \`/api/stories/changes\`,之后每次带上返回的 \`meta.cursor\`;\`meta.more\` 为 true 时立即再取。
变动按提交先后排列,不会遗漏;重复收到同一变动时覆盖即可。收到 \`removed\` 时移除该稿件。
收到 \`removedPictures\` 时移除其中的图片:图中人物已撤回同意。

令牌的可取专栏修改后,或本系统的数据由备份恢复后,原有的游标不能再用,返回 400 和 \`CURSOR_UNUSABLE\`。
这时请不带游标从头同步,取完后移除没有再次出现的稿件:已不在令牌的范围内,或已不再刊发。

## 限额
每个接口用户每天(北京时间零时起)有请求上限,304 也计入。返回头 \`RateLimit-Limit\`、\`RateLimit-Remaining\`、\`RateLimit-Reset\`
(draft-ietf-httpapi-ratelimit-headers-06)给出上限、余量和距重新计数的秒数;超过后返回 429 和 \`Retry-After\`。

## 时间
均为带时区的 ISO 8601;返回的时间为北京时间(+08:00)。

## 错误
统一为 \`{ data: null, error: { status, name, message, details: { code, errors? } } }\`。\`code\` 不会改名。
\`errors\` 逐个列出有误的参数,其中也有 \`code\`:

| code | 状态码 | 说明 |
|---|---|---|
${codeTable}`,
};

export const TAGS = {
  consumer: { name: '稿件接口', description: '需要令牌。' },
  public: { name: '公开输出', description: '不需要令牌。' },
} as const;

const whole = { type: 'integer', minimum: 0 };

export const HEADERS = {
  ETag: { description: '内容的指纹,下次放入 If-None-Match。', schema: { type: 'string' } },
  'Last-Modified': {
    description: '内容最近一次变动的时间,下次放入 If-Modified-Since;有 If-None-Match 时以它为准。',
    schema: { type: 'string' },
  },
  'Cache-Control': { description: '可保存多久。', schema: { type: 'string' } },
  'Retry-After': { description: '多少秒后再试。', schema: whole },
  'RateLimit-Limit': { description: '每天的请求上限。', schema: whole },
  'RateLimit-Remaining': { description: '今天的余量。', schema: whole },
  'RateLimit-Reset': { description: '距重新计数的秒数。', schema: whole },
} as const;
