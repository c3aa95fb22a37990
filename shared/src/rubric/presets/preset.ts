import type { RubricInput } from '../schema';

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** A preset is content written as data: checked by the compiler here and by the schema in the tests. */
export type RubricPreset = DeepReadonly<RubricInput>;
