import { ERROR_TEXT, type ErrorCode } from '../text';

/** The codes that readers of stories may meet. A code is never renamed. */
export const CODES = [
  'TOKEN_REFUSED',
  'QUOTA_SPENT',
  'BAD_QUERY',
  'UNKNOWN_FIELD',
  'WRONG_TYPE',
  'NOT_AN_OPTION',
  'OUT_OF_RANGE',
  'NOT_FOUND',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

const codeTable = CODES.map((code) => `| \`${code}\` | ${ERROR_TEXT[code].zh} |`).join('\n');

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

## 限额
每个接口用户每天(北京时间零时起)有请求上限,304 也计入。返回头 \`RateLimit-Limit\`、\`RateLimit-Remaining\`、\`RateLimit-Reset\`
(draft-ietf-httpapi-ratelimit-headers-06)给出上限、余量和距重新计数的秒数;超过后返回 429 和 \`Retry-After\`。

## 时间
均为带时区的 ISO 8601;返回的时间为北京时间(+08:00)。

## 错误
统一为 \`{ data: null, error: { status, name, message, details: { code, errors? } } }\`。\`code\` 不会改名:

| code | 说明 |
|---|---|
${codeTable}`,
};

export const TAGS = {
  consumer: { name: '稿件接口', description: '需要令牌。' },
  public: { name: '公开输出', description: '不需要令牌。' },
} as const;

const whole = { type: 'integer', minimum: 0 };

export const HEADERS = {
  ETag: { description: '内容的指纹,下次放入 If-None-Match。', schema: { type: 'string' } },
  'Cache-Control': { description: '可保存多久。', schema: { type: 'string' } },
  'Retry-After': { description: '多少秒后再试。', schema: whole },
  'RateLimit-Limit': { description: '每天的请求上限。', schema: whole },
  'RateLimit-Remaining': { description: '今天的余量。', schema: whole },
  'RateLimit-Reset': { description: '距重新计数的秒数。', schema: whole },
} as const;
