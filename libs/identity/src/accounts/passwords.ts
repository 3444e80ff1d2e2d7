import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';

/** OWASP's password storage cheat sheet: argon2id with 19 MiB, two passes, one lane. */
const ARGON2ID = {
  algorithm: 2 as Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} satisfies Options;

/** What is compared with where there is no such account, so that it takes the same time. */
let nobody: Promise<string> | undefined;

/** The argon2id hash of a password, in PHC form with its own salt. */
export function passwordHash(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Whether it is the password; takes as long where there is none. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  nobody ??= passwordHash('nobody has this password');
  const right = await verify(kept ?? (await nobody), password);
  return right && kept !== null;
}
