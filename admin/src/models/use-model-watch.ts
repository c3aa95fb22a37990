import { useEffect } from 'react';
import { loadModels } from './store';

const EVERY = 30_000;

/** Asks for a new model now and then while a form is open: whoever types sends nothing that would tell. */
export function useModelWatch(): void {
  useEffect(() => {
    // Without a network there is nothing to tell; the next time may have one.
    const timer = setInterval(() => loadModels().catch(() => undefined), EVERY);
    return () => clearInterval(timer);
  }, []);
}
