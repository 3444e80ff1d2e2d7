import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

type Route = string | string[] | undefined;
type Handlers = Record<string, object>;

const CHECKOUT = resolve(__dirname, '../../..');
const load = createRequire(__filename);

/** Every page that the server can be asked for, as its controllers declare it and in their order: `/p/:partnership/plans`. */
export function pageRoutes(): string[] {
  load('reflect-metadata');
  const { PagesModule } = load(join(CHECKOUT, 'dist/apps/server/src/pages/pages.module.js')) as { PagesModule: object };
  const controllers = Reflect.getMetadata('controllers', PagesModule) as { prototype: Handlers }[];
  return controllers.flatMap((controller) => pagesOf(controller.prototype, Reflect.getMetadata('path', controller)));
}

/** `method` is 0 for GET, as Nest counts. */
function pagesOf(handlers: Handlers, base: Route): string[] {
  return Object.getOwnPropertyNames(handlers)
    .map((name) => handlers[name] ?? {})
    .filter((handler) => Reflect.getMetadata('method', handler) === 0)
    .map((handler) => joined(base, Reflect.getMetadata('path', handler) as Route))
    .filter((route) => !isStream(route));
}

/** What scripts listen to is no page. */
function isStream(route: string): boolean {
  return route.endsWith('/progress');
}

function joined(...parts: readonly Route[]): string {
  return `/${parts.flat().join('/').split('/').filter(Boolean).join('/')}`;
}

/** The route that answers a path: the first that fits. */
export function routeOf(path: string, routes: readonly string[]): string | undefined {
  return routes.find((route) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}/?$`).test(path));
}
