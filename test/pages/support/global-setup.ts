import { seed } from './seed';
import { Server } from './server';

/** Starts the server once for all tests and records what they read. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { server, address } = await Server.start('bin/start.js');
  try {
    const seeded = await seed(address, server.token('worker'));
    process.env.PAGES_ADDRESS = address;
    process.env.PAGES_SEEDED = JSON.stringify(seeded);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}
