import { CommandFailed } from './run.mjs';

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

/** Says what goes on, one line a step, with how long it took. */
export function startProgress(total) {
  let at = 0;
  return {
    async step(words, work) {
      at += 1;
      const label = `${at}/${total} ${words}`;
      const since = Date.now();
      console.log(`${label} …`);
      const result = await work();
      console.log(`${label}:${result === 'fresh' ? '无需更新' : `完成,${seconds(since)} 秒`}`);
      return result;
    },
  };
}

/** Ends the process with words instead of a stack. */
export function fail(error) {
  if (error instanceof CommandFailed) {
    console.error(error.output);
    console.error(`\n没有成功:${error.message}`);
    if (error.advice) console.error(error.advice);
  } else {
    console.error(error instanceof Error ? (error.shown ?? error.stack) : error);
  }
  process.exit(1);
}
