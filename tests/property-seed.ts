import fc from 'fast-check';

/**
 * Property tests draw the same examples on every run, so that a red run means a change and not bad luck. To look for new
 * counterexamples, run with another seed: SYNOPTIC_TEST_SEED=$RANDOM npx vitest run
 */
fc.configureGlobal({ seed: Number(process.env.SYNOPTIC_TEST_SEED ?? 20250224) });
