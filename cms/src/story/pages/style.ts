import { createHash } from 'node:crypto';

/** The whole look of the public pages; it stands in each, so that a page needs nothing else to be read. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c1f23;--soft:#565c64;--paper:#fff;--line:#d5d9de;--accent:#1d4f91;--note:#fff6e5;--edge:#b26a00}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#b3b9c1;--paper:#16181b;--line:#3a3f45;--accent:#9cc3f5;--note:#2b2415;--edge:#e0a94a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.8 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--accent);text-decoration:underline;text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:8px;top:8px;padding:4px 12px;background:var(--paper);z-index:1}
.top,main,.foot{max-width:752px;margin:0 auto;padding:0 16px}
.top{padding-top:14px;padding-bottom:14px;font-size:16px}
.top a{display:inline-block;min-height:24px;text-decoration:none;font-weight:600}
.foot{margin-top:48px;padding-top:16px;padding-bottom:32px;border-top:1px solid var(--line);color:var(--soft);font-size:15px}
h1{margin:8px 0 12px;font-size:30px;line-height:1.35}
h2{margin:36px 0 10px;font-size:23px;line-height:1.4}
h3,h4,h5,h6{margin:28px 0 8px;font-size:19px;line-height:1.45}
.soft{color:var(--soft);font-size:16px;margin:0}
.soft span+span::before{content:" · "}
.lead{margin:20px 0;padding-left:14px;border-left:4px solid var(--accent)}
.mark{white-space:nowrap;padding:1px 8px;border:1px solid var(--accent);color:var(--accent);font-size:15px}
.note{margin:20px 0;padding:12px 16px;background:var(--note);border-left:4px solid var(--edge)}
.note h2{margin:0 0 4px;font-size:18px}
.note p{margin:0}
figure{margin:28px 0}
img{display:block;max-width:100%;height:auto;margin:0 auto;background:var(--line)}
figcaption{margin-top:8px;color:var(--soft);font-size:15px;text-align:center}
blockquote{margin:20px 0;padding-left:16px;border-left:4px solid var(--line)}
pre{overflow-x:auto;padding:12px;border:1px solid var(--line);font-size:15px;white-space:pre-wrap}
ul.plain,ol.plain{margin:0;padding:0;list-style:none}
.tags li{display:inline-block;margin-right:12px}
.list>li{display:flow-root;padding:20px 0;border-top:1px solid var(--line)}
.list h2{margin:0 0 4px;font-size:21px}
.list p{margin:6px 0 0}
.thumb{float:right;width:160px;margin:4px 0 8px 16px}
.columns li{display:inline-block;margin:0 16px 4px 0}
.columns a,.pager a,.foot a{display:inline-block;min-height:24px}
.pager{display:flex;gap:24px;justify-content:center;padding-top:20px;border-top:1px solid var(--line)}
@media (max-width:480px){body{font-size:17px}h1{font-size:25px}.thumb{width:112px}}
@media print{@page{size:A4;margin:18mm}:root{--ink:#000;--soft:#333;--paper:#fff;--accent:#000;--note:#fff}body{font-size:12pt}.skip,nav,.top,.pager{display:none}main,.foot{max-width:none;padding:0}article a[href^="http"]::after{content:" (" attr(href) ")";font-size:10pt}figure,li,blockquote{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}img{max-height:220mm;width:auto;background:none}}
`.trim();

/** What a page may do: show its own pictures in this look, and nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
