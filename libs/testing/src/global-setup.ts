import { startTestServer } from './test-server';

/** Starts one PostgreSQL for the whole run; the address reaches the workers through the environment. */
export default async function globalSetup(): Promise<void> {
  const server = await startTestServer();
  process.env.TEST_POSTGRES_URL = server.url;
  (globalThis as { testServer?: typeof server }).testServer = server;
}
