import fs from 'node:fs';
let s=fs.readFileSync('.sweep-c2.mjs','utf8');
s=s.replace(/await run\('409'[\s\S]*?await browser.close\(\);/,m=>m);
fs.writeFileSync('.sweep-c2.mjs',s);
