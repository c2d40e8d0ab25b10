import { openServer, type ServerUnderTest } from '@prongsai/testing/db';
import { startServer } from './start-server';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside, with its JSON pointer. */
function* objectsIn(value: unknown, at = '#'): Generator<[string, Json]> {
  if (Array.isArray(value)) for (const [index, inner] of value.entries()) yield* objectsIn(inner, `${at}/${index}`);
  if (!isObject(value)) return;
  yield [at, value];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
}

describe('the description of the API', () => {
  let server: ServerUnderTest;
  let document: Json;
  let operations: Array<{ name: string; path: string; operation: Json }>;

  beforeAll(async () => {
    server = await openServer(startServer);
    const answer = await server.console().get('/api/openapi.json');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    document = answer.json as Json;
    operations = Object.entries(document['paths'] as Record<string, Json>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation: operation as Json })),
    );
  });
  afterAll(() => server.close());

  it('is OpenAPI 3.1 with its required members', () => {
    expect(document['openapi']).toMatch(/^3\.1\.\d+$/);
    expect(document['info']).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(Object.keys(document).sort()).toEqual(['components', 'info', 'openapi', 'paths', 'security']);
    const { securitySchemes } = document['components'] as { securitySchemes: Json };
    for (const scheme of document['security'] as Json[]) for (const name of Object.keys(scheme)) expect(Object.keys(securitySchemes)).toContain(name);
  });

  it('has every API route, and nothing that is none', () => {
    const routes = server.routes.filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1')).map(({ method, url }) => `${method} ${url.replace(/:([A-Za-z]+)/g, '{$1}')}`);
    expect(operations.map(({ name }) => name).sort()).toEqual([...new Set(routes)].sort());
    // The interfaces that other programs rely on (SPEC 18).
    expect(routes).toEqual(expect.arrayContaining([
      'POST /api/v1/session', 'POST /api/v1/tenants/{slug}/files', 'POST /api/v1/tenants/{slug}/requests/{id}/publish', 'GET /api/v1/tenants/{slug}/reports/{fiscalYear}/{round}',
      'GET /api/v1/networks/{network}/compliance', 'POST /api/v1/networks/{network}/reports/{id}/accept', 'GET /api/v1/policies/files',
    ]));
  });

  it('names each operation once, in words', () => {
    const ids = operations.map(({ operation }) => operation['operationId']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/);
    for (const { operation } of operations) expect(operation['summary']).toEqual(expect.any(String));
  });

  it('declares exactly the parameters of each path, and no parameter twice', () => {
    for (const { name, path, operation } of operations) {
      const parameters = operation['parameters'] as Array<{ name: string; in: string; required?: boolean; schema?: unknown }>;
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect([name, inPath.map((parameter) => parameter.name)]).toEqual([name, [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])]);
      for (const parameter of parameters) {
        expect(['path', 'query']).toContain(parameter.in);
        expect(isObject(parameter.schema)).toBe(true);
        if (parameter.in === 'path') expect(parameter.required).toBe(true);
      }
      expect(new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size).toBe(parameters.length);
    }
  });

  it('has an answer and a refusal for each, and a body where one is read', () => {
    for (const { name, operation } of operations) {
      const responses = operation['responses'] as Record<string, Json>;
      const statuses = Object.keys(responses);
      expect([name, statuses.filter((status) => /^2\d\d$/.test(status)).length, statuses.includes('default')]).toEqual([name, 1, true]);
      for (const response of Object.values(responses)) expect(response['description']).toEqual(expect.any(String));
      const body = operation['requestBody'] as { content: Record<string, { schema: unknown }> } | undefined;
      expect([name, body === undefined]).toEqual([name, name.startsWith('GET ')]);
      for (const { schema } of Object.values(body?.content ?? {})) expect(isObject(schema)).toBe(true);
    }
  });

  it('resolves every reference', () => {
    const references = [...objectsIn(document)].flatMap(([at, object]) => (typeof object['$ref'] === 'string' ? [[at, object['$ref']] as const] : []));
    expect(references.length).toBeGreaterThan(0);
    for (const [at, reference] of references) {
      // Inside a schema of its own a reference may start at that schema's root; ours start at the document's.
      const target = reference.replace(/^#\//, '').split('/').reduce<unknown>((value, key) => (isObject(value) ? value[key.replace(/~1/g, '/').replace(/~0/g, '~')] : undefined), document);
      expect([at, reference, isObject(target)]).toEqual([at, reference, true]);
    }
  });

  it('writes schemas that are JSON Schema', () => {
    const types = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];
    for (const [at, object] of objectsIn(document['paths'])) {
      if (!/\/(schema|properties\/[^/]+|items)$/.test(at) && !at.endsWith('/additionalProperties')) continue;
      if ('type' in object && typeof object['type'] === 'string') expect([at, types.includes(object['type'])]).toEqual([at, true]);
      if (Array.isArray(object['required'])) {
        const properties = Object.keys((object['properties'] ?? {}) as Json);
        expect([at, object['required'].filter((name) => !properties.includes(String(name)))]).toEqual([at, []]);
      }
      for (const combined of ['anyOf', 'oneOf', 'allOf']) if (combined in object) expect([at, Array.isArray(object[combined])]).toEqual([at, true]);
      if ('enum' in object) expect([at, Array.isArray(object['enum'])]).toEqual([at, true]);
      if (object['type'] === 'array') expect([at, isObject(object['items'])]).toEqual([at, true]);
    }
  });

  it('says which routes need no session', () => {
    expect(operations.filter(({ operation }) => Array.isArray(operation['security'])).map(({ name }) => name).sort()).toEqual([
      'GET /api/v1/policies/files', 'POST /api/v1/session', 'POST /api/v1/session/forgotten-password', 'POST /api/v1/session/password',
    ]);
  });
});
