import { applyDecorators, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { RouteConfig, RouteConstraints } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import type { AccessRule } from '@prongsai/platform/access';
import type { Surface } from './surface';

/** What a route promises; it travels in Fastify's route table, where the guard, the walk and OpenAPI read it. */
export interface RoutePromise {
  access: AccessRule;
  surface: Surface | 'any';
  /** One English line for the API description. */
  summary: string;
  body?: z.ZodType;
  query?: z.ZodType;
  response?: z.ZodType;
  status: number;
  /**
   * The answer of a unit's site may be kept and sent again: with these query values and no others in the address. What is
   * drawn must follow from unit, address, reading variant and business time alone.
   */
  kept?: readonly string[];
  /** The body is not JSON: the handler reads the stream itself. */
  streamed?: 'multipart/form-data';
  /** The body is a plain HTML form. */
  isForm?: true;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    promise?: RoutePromise;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const verbs = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const;

export type RouteOptions = Partial<Omit<RoutePromise, 'access' | 'summary'>> & Pick<RoutePromise, 'access' | 'summary'>;

function route(method: Method, path: string, options: RouteOptions): MethodDecorator {
  const promise: RoutePromise = { surface: 'console', status: 200, ...options };
  return applyDecorators(
    verbs[method](path),
    HttpCode(promise.status),
    RouteConfig({ promise }),
    ...(promise.surface === 'any' ? [] : [RouteConstraints({ surface: promise.surface })]),
  );
}

/** A route of the JSON API: lives on the console's host. `path` begins after `/api/v1`. */
export function ApiRoute(method: Method, path: string, options: Omit<RouteOptions, 'surface'>): MethodDecorator {
  return route(method, `/api/v1${path}`, options);
}

/** Where a plain HTML form of a public page is sent; `body` is what its fields must be. */
export function FormRoute(surface: Surface, path: string, options: Omit<RouteOptions, 'surface' | 'isForm'>): MethodDecorator {
  return route('POST', path, { ...options, surface, isForm: true });
}

/** A public page of a unit's site, of the portal, or on any host. */
export function PageRoute(surface: Surface | 'any', path: string, options: Omit<RouteOptions, 'surface'>): MethodDecorator {
  return route('GET', path, { ...options, surface });
}
