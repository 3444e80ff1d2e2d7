import type { Instant } from './days';

/** The time, as a port: the domain never asks the machine. */
export interface Clock {
  now(): Instant;
}

/** Names of this port in dependency injection. */
export const CLOCK = Symbol('Clock');

export const systemClock: Clock = { now: () => new Date().toISOString() };
