/** Stops the PostgreSQL that the setup started and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { testServer?: { stop(): Promise<void> } }).testServer?.stop();
}
