/** Repeats a job until stopped; the next turn begins `ms` after the last one ended, so turns never overlap. */
export function every(
  ms: number,
  job: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const turn = () => {
    running = job()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(turn, ms).unref();
      });
  };
  timer = setTimeout(turn, ms).unref();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
