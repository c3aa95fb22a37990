/**
 * What a process is told when it is the throw-away copy on which the builder runs: where the model of the real
 * installation lies, and the word by which a browser that has come in is known again.
 */
export type Copy = { modelDir: string; seat: string };

export function copyOf(env: NodeJS.ProcessEnv = process.env): Copy | null {
  const { MODEL_BUILDER: modelDir, MODEL_BUILDER_SEAT: seat } = env;
  return modelDir && seat ? { modelDir, seat } : null;
}
