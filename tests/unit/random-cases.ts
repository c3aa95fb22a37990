import fc from 'fast-check';

// How many random cases a property is tried with; the long run asks for more.
fc.configureGlobal({ numRuns: Number(process.env.FAST_CHECK_RUNS ?? 100) });
