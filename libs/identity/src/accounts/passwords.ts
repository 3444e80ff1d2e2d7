import { hash, verify } from '@node-rs/argon2';

/** OWASP's password storage cheat sheet: 19 MiB, two passes, one lane; the library's algorithm is argon2id. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is compared with where there is no such account, so that it takes the same time. */
let nobody: Promise<string> | undefined;

/** The argon2id hash of a password, in PHC form with its own salt. */
export function passwordHash(password: string): Promise<string> {
  return hash(password, COSTS);
}

/** Whether it is the password; takes as long where there is none. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  nobody ??= passwordHash('nobody has this password');
  const right = await verify(kept ?? (await nobody), password);
  return right && kept !== null;
}
