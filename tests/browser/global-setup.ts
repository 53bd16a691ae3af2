import { serve } from '../serve';

/** The built product with its samples, on the port the configuration names; gone when the tests end. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const served = await serve(Number(process.env.SYNOPTIC_TEST_PORT ?? 3217));
  // Read by tests that look into the store or use the command line beside the server.
  process.env.SYNOPTIC_TEST_HOME = served.home;
  return served.stop;
}
