import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Action } from '@promise/identity';
import { ACTION } from './action';

/** A route as a controller declares it, and the action of the policy table that it is. */
export interface Route {
  readonly method: string;
  /** With its places as `:name`, and a slash at the beginning. */
  readonly path: string;
  readonly action: Action | undefined;
  /** Where it is declared. */
  readonly handler: string;
}

/** Every route of the application. */
export function routesOf(app: INestApplication): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype as Type)),
  );
  return [...controllers].flatMap((controller) => routesIn(controller));
}

/** @throws Error naming each route that no action of the policy table stands for */
export function refuseRoutesWithoutAction(app: INestApplication): void {
  const open = routesOf(app).filter(({ action }) => action === undefined);
  if (open.length === 0) return;
  const named = open.map(({ method, path, handler }) => `${method} ${path} (${handler})`).join(', ');
  throw new Error(`these routes do not stand in the policy table: ${named}`);
}

function routesIn(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  const names = new MetadataScanner().getAllMethodNames(prototype);
  return names.flatMap((name) => {
    const handler = prototype[name];
    const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || method === undefined) return [];
    const action = (Reflect.getMetadata(ACTION, handler) ?? Reflect.getMetadata(ACTION, controller)) as
      Action | undefined;
    const paths = pathsOf(controller).flatMap((base) => pathsOf(handler).map((path) => joined(base, path)));
    return paths.map((path) => ({
      method: RequestMethod[method],
      path,
      action,
      handler: `${controller.name}.${name}`,
    }));
  });
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [path ?? ''].flat();
}

function joined(base: string, path: string): string {
  const parts = [...base.split('/'), ...path.split('/')].filter((part) => part !== '');
  return `/${parts.join('/')}`;
}
