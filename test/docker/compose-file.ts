import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const CHECKOUT = resolve(__dirname, '../..');

/** A service as far as the rules of this folder ask for it; in the short forms that our files keep to. */
export interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly image: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly restart?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

/** A Compose file with its anchors resolved, as Compose reads it. */
export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Paths of all of them, below the checkout. */
export const COMPOSE_FILES = ['docker-compose.yml', 'docker/cluster.compose.yml', 'docker/postgresql-only.compose.yml'];

export function readCompose(path: string): Compose {
  return parse(readFileSync(join(CHECKOUT, path), 'utf8'), { merge: true, maxAliasCount: -1 }) as Compose;
}

/** Whether the service runs our own image. */
export function isOurs(service: Service): boolean {
  return service.build !== undefined;
}

/** Names of the services that end, and that others wait for. */
export function waitedFor({ services }: Compose): ReadonlySet<string> {
  const needs = Object.values(services).flatMap((service) => Object.entries(service.depends_on ?? {}));
  return new Set(needs.flatMap(([name, { condition }]) => (condition === 'service_healthy' ? [] : [name])));
}
