/** Runs once when the server starts, never in a build: first outlets, reading of feeds, an orderly end. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startReading } = await import('./app/_queries/start-reading');
  await startReading();
}
