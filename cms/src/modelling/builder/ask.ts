import type { Context } from 'koa';
import { readEnvironment } from '../../environment';
import { askSupervisor } from '../supervisor';

type State = 'stopped' | 'starting' | 'running' | 'restarting' | 'failed';
type Told = { state: State; port: number; key: string | null; error: string | null };

/** How the copy is, and the link that lets this person into it once. */
export type BuilderState = { state: State; address: string | null };

/** Whether there is a process that can start another one. */
export const isSupervised = (): boolean => process.env.SUPERVISED === 'on' && process.connected === true;

export async function builderState(ctx: Context): Promise<BuilderState> {
  if (!isSupervised()) return { state: 'stopped', address: null };
  return shown(ctx, await askSupervisor<Told>('builder.state'));
}

export async function startBuilder(ctx: Context): Promise<BuilderState> {
  return shown(ctx, await askSupervisor<Told>('builder.start'));
}

export const stopBuilder = (): Promise<unknown> => askSupervisor('builder.stop');

/** The copy is on the same host by which this person came, on a port of its own. */
function shown(ctx: Context, { state, port, key }: Told): BuilderState {
  const place = readEnvironment().modelUrl ?? `http://${hostOf(ctx)}:${port}`;
  return { state, address: key && `${place}/enter?key=${key}` };
}

const hostOf = ({ hostname }: Context) =>
  hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
