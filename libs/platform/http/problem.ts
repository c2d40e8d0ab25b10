import { refusalCatalogue, Refusal, type RefusalCode } from '@prongsai/kernel/core';
import { z } from 'zod';

/** The media type of every API error (RFC 9457). */
export const problemType = 'application/problem+json; charset=utf-8';

/** The problem document of a refusal. */
export function problemOf(refusal: Refusal): Record<string, unknown> {
  const { detail, reasons, errors, extra } = refusal.parts;
  return {
    type: `urn:prongsai:problem:${refusal.code.toLowerCase().replaceAll('_', '-')}`,
    status: refusal.status,
    code: refusal.code,
    title: refusal.title,
    detail: detail ?? refusal.title,
    ...(errors ? { errors } : {}),
    ...(reasons ? { reasons } : {}),
    ...extra,
  };
}

/** The 422 for a body or query that does not keep its contract: every field with a sentence in Thai. */
export function invalidOf(error: z.ZodError): Refusal {
  const errors = error.issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'unknown', text: `ไม่รู้จักช่อง ${key}` }));
    }
    const inThai = /[\u0E00-\u0E7F]/.test(issue.message);
    return [{ path, code: issue.code, text: inThai ? issue.message : thaiText(issue, path) }];
  });
  return new Refusal('INVALID', { detail: `ข้อมูลยังไม่ถูกต้อง มี ${errors.length} เรื่องต้องแก้`, errors });
}

function thaiText(issue: z.core.$ZodIssue, path: string): string {
  const name = path || 'ข้อมูล';
  if (issue.code === 'invalid_type') return issue.input === undefined ? `ยังไม่ได้ระบุ ${name}` : `${name} เป็นข้อมูลผิดชนิด`;
  if (issue.code === 'too_big') return `${name} มากหรือยาวเกินกำหนด`;
  if (issue.code === 'too_small') return `${name} น้อยหรือสั้นเกินกำหนด`;
  if (issue.code === 'invalid_value') return `${name} ไม่อยู่ในรายการที่เลือกได้`;
  return `${name} ไม่ถูกต้อง`;
}

const byFastifyCode: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_BAD_URL: 'BAD_REQUEST',
  FST_REQ_FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'UNSUPPORTED_MEDIA',
};

const byStatus: Record<number, RefusalCode> = {
  400: 'BAD_REQUEST', 401: 'NOT_SIGNED_IN', 403: 'NOT_ALLOWED', 404: 'NOT_FOUND', 413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA', 429: 'TOO_MANY_TRIES', 431: 'HEADERS_TOO_LARGE', 503: 'UNAVAILABLE',
};

/** PostgreSQL and network errors that mean "not now" rather than "broken". */
const unavailable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', '57P01', '57P02', '57P03', '53300', '08006', '08001', '08003', 'ETIMEDOUT', 'EHOSTUNREACH']);
/** The driver's own words for a line that broke; it gives them no code. */
const lineBroke = /^(Connection terminated|Client has encountered a connection error|Query runner already released|Database connection provided by a query runner was already released|timeout exceeded when trying to connect)/;

function codeOf(error: unknown): string {
  const outer = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  return String(outer?.driverError?.code ?? outer?.code ?? '');
}

function isLineBroken(error: unknown): boolean {
  const outer = error as { message?: unknown; driverError?: { message?: unknown } } | null;
  return lineBroke.test(String(outer?.driverError?.message ?? outer?.message ?? ''));
}

/** Turns whatever was thrown into a refusal; what is not foreseen becomes INTERNAL and is logged by the caller. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return invalidOf(error);
  const code = codeOf(error);
  if (code in byFastifyCode) return new Refusal(byFastifyCode[code] as RefusalCode);
  if (unavailable.has(code) || isLineBroken(error) || (error as Error | null)?.name === 'StorageUnavailable') return new Refusal('UNAVAILABLE', { retryAfterSeconds: 5 });
  // Constraints that verbs check first; they speak only when two acts raced.
  const constraint = (error as { driverError?: { constraint?: string } } | null)?.driverError?.constraint;
  if (constraint === 'tenant_rule_of_two') {
    return new Refusal('TWO_WEB_MASTERS', { detail: 'ทำรายการนี้ไม่ได้ เพราะ Web Master จะเหลือน้อยกว่าที่กำหนด แต่งตั้งคนแทนก่อน' });
  }
  if (constraint === 'request_four_eyes') {
    return new Refusal('SAME_PERSON', { detail: 'ท่านเป็นผู้ขอหรือผู้แก้ไขล่าสุดของเรื่องนี้ ผู้อื่นต้องเป็นผู้พิจารณา' });
  }
  if (code === '23503') return unknownReference(constraint ?? '');
  if (code === '23505') return new Refusal('DUPLICATE', { detail: 'มีผู้ทำรายการนี้ไปแล้ว เปิดดูรายการล่าสุดก่อน' });
  if (code === '22P02' || code === '22021') return new Refusal('BAD_REQUEST');
  const status = Number((error as { statusCode?: number; status?: number } | null)?.statusCode ?? (error as { status?: number } | null)?.status);
  const known = byStatus[status];
  return new Refusal(known && known in refusalCatalogue ? known : 'INTERNAL');
}

/** A field that names what is not there, or what is another unit's: PostgreSQL tells the constraint, `…_work_group_id_fkey`. */
function unknownReference(constraint: string): Refusal {
  const column = /_(?:tenant_id_)?((?:category|work_group)_(?:code|id))_fkey$/.exec(constraint)?.[1] ?? '';
  const path = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const text = 'ไม่มีรายการที่เลือกแล้ว เลือกใหม่จากรายการ';
  return new Refusal('INVALID', { detail: text, errors: [{ path, code: 'unknown', text }] });
}
