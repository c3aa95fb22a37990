/** Runs work that pauses by itself, letting others have their turn at each pause. */
export async function givingWay<S, T>(work: Generator<S, T, void>, onStep?: (step: S) => void): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    onStep?.(step.value);
    await new Promise(setImmediate);
  }
}
