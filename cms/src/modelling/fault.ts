/**
 * Kills a process at a named point where a test has asked for it by `MODEL_FAULT` (`clearing:worker`; also
 * `:primary` and `:both`); does nothing otherwise. Only a kill at the exact place proves that a start after it
 * finds its way.
 */
export function faultPoint(name: string): void {
  const [at, victim] = (process.env.MODEL_FAULT ?? '').split(':');
  if (at !== name) return;
  const primary = process.env.SUPERVISED === 'on' ? process.ppid : process.pid;
  if (victim !== 'worker' && primary !== process.pid) process.kill(primary, 'SIGKILL');
  if (victim !== 'primary' || primary === process.pid) process.kill(process.pid, 'SIGKILL');
}
