import { z } from 'zod';
import { Problem } from '@prongsai/kernel/contracts';
import type { RoutePromise } from './route';

/** One row of Fastify's route table that carries a promise. */
export interface RouteRow {
  method: string;
  url: string;
  promise: RoutePromise;
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
}

/** The OpenAPI 3.1 document of every API route, made from the routes themselves so that it cannot drift. */
export function openApiOf(rows: readonly RouteRow[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, url, promise } of rows) {
    if (!url.startsWith('/api/v1') || method === 'HEAD' || method === 'OPTIONS') continue;
    const path = url.replace(/:([A-Za-z]+)/g, '{$1}');
    const names = [...url.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] as string);
    const query = promise.query ? (schemaOf(promise.query, 'input')['properties'] as Record<string, unknown> | undefined) : undefined;
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        summary: promise.summary,
        operationId: `${method.toLowerCase()}${path.replace('/api/v1', '').replace(/[^A-Za-z]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
        ...(promise.access.kind === 'public' ? { security: [] } : {}),
        parameters: [
          ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
          ...Object.entries(query ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema })),
        ],
        ...(promise.streamed
          ? { requestBody: { required: true, content: { [promise.streamed]: { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } } } } }
          : promise.body
            ? { requestBody: { required: !promise.body.safeParse(undefined).success, content: { 'application/json': { schema: schemaOf(promise.body, 'input') } } } }
            : {}),
        responses: {
          [promise.status]: {
            description: 'ok',
            ...(promise.response ? { content: { 'application/json': { schema: schemaOf(promise.response, 'output') } } } : {}),
          },
          default: { description: 'refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Prongsai', version: '1', description: 'Publishing and transparency for Thai provincial health networks' },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-prongsai' } },
    },
  };
}
