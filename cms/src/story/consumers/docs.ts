import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openApiOf } from '@jiedui/shared/openapi';
import { STORY_ENDPOINTS } from '@jiedui/shared/story-api';
import type { Context } from 'koa';
import { readEnvironment } from '../../environment';
import { Refusal } from '../../guard/errors';
import { type Packed, pack, sendPacked } from './packed';

const DAY = 'public, max-age=86400';
const CHECKED = 'no-cache';

/** Everything is on this server: offices' networks reach no other. Scripts stand in files, as the pages' policy asks. */
const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>结对 稿件接口说明</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/page.css">
<link rel="icon" href="data:,">
</head>
<body>
<main id="docs"><p class="waiting">正在打开接口说明…</p></main>
<noscript><p class="waiting">查看本页需要启用 JavaScript;机器可读的说明见 <a href="/api/openapi.json">/api/openapi.json</a>。</p></noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/page.js"></script>
</body>
</html>
`;

const SCRIPT = `window.SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  deepLinking: true,
});
`;

/** Swagger UI lays a table of parameters out for wide screens only. */
const STYLE = `body { margin: 0; }
.waiting { padding: 24px; font: 16px/1.6 sans-serif; }
@media (max-width: 600px) {
  .swagger-ui .wrapper { padding: 0 12px; }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; word-break: break-all; }
  .swagger-ui .opblock .opblock-summary-description { flex-basis: 100%; }
  .swagger-ui table:not(.model), .swagger-ui table:not(.model) > tbody, .swagger-ui table:not(.model) > tbody > tr,
  .swagger-ui table:not(.model) > tbody > tr > td { display: block; width: auto; max-width: 100%; box-sizing: border-box; }
  .swagger-ui table:not(.model) > thead { display: none; }
  .swagger-ui .markdown table, .swagger-ui .markdown code { word-break: break-word; }
  .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select { max-width: 100%; width: 100%; min-width: 0; }
  .swagger-ui .responses-table .response-col_status, .swagger-ui .parameters-col_name { padding: 8px 0; width: auto; }
  .swagger-ui .highlight-code, .swagger-ui pre { max-width: calc(100vw - 60px); overflow-x: auto; }
}
`;

const vendor = (file: string): Promise<Buffer> =>
  readFile(path.join(path.dirname(require.resolve('swagger-ui-dist/package.json')), file));

type Piece = { cache: string; read: () => Promise<Packed> };

/** Made when it is first asked for, and kept. */
function piece(cache: string, type: string, content: () => string | Promise<Buffer>): Piece {
  let made: Promise<Packed> | null = null;
  return {
    cache,
    read() {
      made ??= (async () => pack(type, await content()))();
      return made;
    },
  };
}

const PIECES = new Map<string, Piece>([
  ['swagger-ui.css', piece(DAY, 'text/css; charset=utf-8', () => vendor('swagger-ui.css'))],
  [
    'swagger-ui-bundle.js',
    piece(DAY, 'text/javascript; charset=utf-8', () => vendor('swagger-ui-bundle.js')),
  ],
  ['page.css', piece(CHECKED, 'text/css; charset=utf-8', () => STYLE)],
  ['page.js', piece(CHECKED, 'text/javascript; charset=utf-8', () => SCRIPT)],
]);

const page = piece(CHECKED, 'text/html; charset=utf-8', () => PAGE);

const description = piece('public, max-age=300', 'application/json; charset=utf-8', () =>
  JSON.stringify(openApiOf(STORY_ENDPOINTS, readEnvironment().publicUrl)),
);

const send = async (ctx: Context, { cache, read }: Piece): Promise<void> =>
  sendPacked(ctx, await read(), cache);

/** The description of the interface for machines. */
export const sendDescription = (ctx: Context): Promise<void> => send(ctx, description);

/** The same to read. */
export const sendDocs = (ctx: Context): Promise<void> => send(ctx, page);

export async function sendDocsFile(ctx: Context, name: string): Promise<void> {
  const found = PIECES.get(name);
  if (!found) throw new Refusal(404, 'NOT_FOUND');
  await send(ctx, found);
}
