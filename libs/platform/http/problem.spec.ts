import { z } from 'zod';
import { Problem, RequestPatch, SignIn } from '@prongsai/kernel/contracts';
import { Refusal, refusalCatalogue, type RefusalCode } from '@prongsai/kernel/core';
import { invalidOf, problemOf, refusalOf } from './problem';

describe('a refusal as problem+json', () => {
  it.each(Object.keys(refusalCatalogue) as RefusalCode[])('%s keeps the contract', (code) => {
    const problem = problemOf(new Refusal(code, { detail: 'เหตุ', reasons: [{ code: 'STATE', text: 'เหตุ' }], errors: [{ path: 'a', code: 'b', text: 'ค' }] }));
    expect(Problem.parse(problem)).toEqual(problem);
    expect(problem).toMatchObject({ code, status: refusalCatalogue[code].status, title: refusalCatalogue[code].title });
    expect(problem['type']).toMatch(/^urn:prongsai:problem:[a-z-]+$/);
  });
  it('carries both versions of a stale edit', () => {
    expect(problemOf(new Refusal('STALE', { extra: { current: { version: 2 }, yours: { version: 1 } } }))).toMatchObject({ current: { version: 2 }, yours: { version: 1 } });
  });
});

describe('what breaks a contract', () => {
  const errorsOf = (schema: z.ZodType, value: unknown) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) throw new Error('it kept the contract');
    return invalidOf(parsed.error).parts.errors ?? [];
  };
  it('is told field by field, in Thai', () => {
    const errors = errorsOf(RequestPatch, { version: 'x', title: 7, contact: { phone: {} }, fileIds: ['x', 3], publishFrom: '2026-02-30' });
    expect(errors.map(({ path }) => path).sort()).toEqual(['contact.phone', 'fileIds.0', 'fileIds.1', 'publishFrom', 'title', 'version']);
    for (const { text } of errors) expect(text).toMatch(/[\u0E00-\u0E7F]/);
  });
  it('names what is missing, also when there is no body at all', () => {
    expect(errorsOf(SignIn, undefined)).toEqual([{ path: '', code: 'invalid_type', text: expect.stringMatching(/[\u0E00-\u0E7F]/) }]);
    expect(errorsOf(z.object({ a: z.string(), b: z.number() }), {})).toEqual([
      { path: 'a', code: 'invalid_type', text: expect.stringContaining('a') }, { path: 'b', code: 'invalid_type', text: expect.stringContaining('b') },
    ]);
  });
  it('names fields that nobody knows', () => {
    expect(errorsOf(z.strictObject({ a: z.string().optional() }), { b: 1, c: 2 })).toEqual([
      { path: 'b', code: 'unknown', text: 'ไม่รู้จักช่อง b' }, { path: 'c', code: 'unknown', text: 'ไม่รู้จักช่อง c' },
    ]);
  });
});

describe('what else is thrown', () => {
  const thrown = (parts: object) => refusalOf(Object.assign(new Error('x'), parts));
  it.each<[string, object, RefusalCode]>([
    ['a body too large', { code: 'FST_ERR_CTP_BODY_TOO_LARGE' }, 'PAYLOAD_TOO_LARGE'],
    ['a media type that nothing reads', { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }, 'UNSUPPORTED_MEDIA'],
    ['a file too large for the parser', { code: 'FST_REQ_FILE_TOO_LARGE' }, 'FILE_TOO_LARGE'],
    ['an address that is none', { code: 'FST_ERR_BAD_URL' }, 'BAD_REQUEST'],
    ['a database that refuses connections', { code: 'ECONNREFUSED' }, 'UNAVAILABLE'],
    ['a database that is going down', { driverError: { code: '57P01' } }, 'UNAVAILABLE'],
    ['a line to the database that breaks in mid-act', { driverError: new Error('Connection terminated unexpectedly') }, 'UNAVAILABLE'],
    ['a line that broke before', { message: 'Client has encountered a connection error and is not queryable' }, 'UNAVAILABLE'],
    ['a transaction whose line was taken away', { message: 'Query runner already released. Cannot run queries anymore.' }, 'UNAVAILABLE'],
    ['a manager whose line was taken away', { message: 'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.' }, 'UNAVAILABLE'],
    ['a database that does not pick up', { message: 'timeout exceeded when trying to connect' }, 'UNAVAILABLE'],
    ['a server full of connections', { driverError: { code: '53300' } }, 'UNAVAILABLE'],
    ['the rule of two, raced', { driverError: { code: '23514', constraint: 'tenant_rule_of_two' } }, 'TWO_WEB_MASTERS'],
    ['four eyes, raced', { driverError: { code: '23514', constraint: 'request_four_eyes' } }, 'SAME_PERSON'],
    ['a key that is there already', { driverError: { code: '23505' } }, 'DUPLICATE'],
    ['a reference to what is not there', { driverError: { code: '23503', constraint: 'publication_request_category_code_fkey' } }, 'INVALID'],
    ['text that is no id', { driverError: { code: '22P02' } }, 'BAD_REQUEST'],
    ['a zero byte in text', { driverError: { code: '22021' } }, 'BAD_REQUEST'],
    ['Fastify\'s own 404', { statusCode: 404 }, 'NOT_FOUND'],
    ['a check that nobody foresaw', { driverError: { code: '23514', constraint: 'other' } }, 'INTERNAL'],
    ['a mistake of ours', {}, 'INTERNAL'],
  ])('%s', (_, parts, code) => expect(thrown(parts).code).toBe(code));

  it.each([['publication_request_tenant_id_work_group_id_fkey', 'workGroupId'], ['publication_request_category_code_fkey', 'categoryCode'], ['other_fkey', '']])(
    '%s is told as the field %s', (constraint, path) => expect(thrown({ driverError: { code: '23503', constraint } }).parts.errors).toMatchObject([{ path }]),
  );
  it('keeps its words to itself', () => {
    expect(JSON.stringify(problemOf(refusalOf(new Error('select * from account where password'))))).not.toContain('account');
    expect(JSON.stringify(problemOf(refusalOf(new Error('x', { cause: 'secret' }))))).not.toContain('secret');
  });
  it('asks to try later when the database is away', () => expect(thrown({ code: 'ECONNREFUSED' }).parts.retryAfterSeconds).toBe(5));
  it.each([null, undefined, 'text', 7])('survives %p', (value) => expect(refusalOf(value).code).toBe('INTERNAL'));
});
