import { PART_NAMES } from './lib/build.mjs';
import { fail } from './lib/progress.mjs';
import { makeReady } from './lib/ready.mjs';

// npm run build [-- shared cms panel console]: builds what is stale of the named parts, or of all.
const names = process.argv.slice(2);
const unknown = names.filter((name) => !PART_NAMES.includes(name));
if (unknown.length > 0) fail(`没有这个部分:${unknown.join('、')}。可用:${PART_NAMES.join('、')}`);
await makeReady(names.length > 0 ? names : PART_NAMES).catch(fail);
