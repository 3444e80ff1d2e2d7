import type { Request } from 'express';
import { ID_IN_PLANS } from '../../api/conventions/id-param';

/** The path that was asked for as its route writes it, with ids in its places and nothing else that somebody typed. */
export function pathAsked({ route, params }: Pick<Request, 'route' | 'params'>): string {
  const { path } = route as { readonly path: string };
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const given = String(params[name]);
    return ID_IN_PLANS.test(given) ? given : '…';
  });
}
