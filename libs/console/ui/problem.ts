import type { Problem } from '@prongsai/kernel/contracts';

/** What is wrong with one field: the dotted path of the request body and a Thai sentence. */
export interface FieldProblem {
  path: string;
  text: string;
}

/** An answer of the API that is no success (RFC 9457), or none at all (`OFFLINE`, status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: FieldProblem[];
  readonly reasons: { code: string; text: string }[];
  /** Further members of the document, for example both versions of a stale edit. */
  readonly more: Record<string, unknown>;

  constructor(parts: Partial<Problem> & { status: number; code: string; title: string }, more: Record<string, unknown> = {}) {
    super(parts.detail ?? parts.title);
    this.name = 'ApiProblem';
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail ?? parts.title;
    this.fields = (parts.errors ?? []).map(({ path, text }) => ({ path, text }));
    this.reasons = parts.reasons ?? [];
    this.more = more;
  }
}

const known: Record<number, { code: string; title: string; detail: string }> = {
  401: { code: 'NOT_SIGNED_IN', title: 'ยังไม่ได้เข้าระบบ', detail: 'เข้าระบบก่อนแล้วทำรายการอีกครั้ง' },
  403: { code: 'NOT_ALLOWED', title: 'ท่านไม่มีสิทธิทำรายการนี้', detail: 'ติดต่อหัวหน้าหน่วยงาน' },
  404: { code: 'NOT_FOUND', title: 'ไม่พบสิ่งที่ต้องการ', detail: 'ตรวจที่อยู่อีกครั้ง หรือกลับไปที่รายการ' },
  413: { code: 'FILE_TOO_LARGE', title: 'ไฟล์ใหญ่เกินกำหนด', detail: 'ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่' },
  503: { code: 'UNAVAILABLE', title: 'ระบบเจ้าหน้าที่ใช้ไม่ได้ชั่วคราว', detail: 'ลองใหม่อีกครั้งในอีกสักครู่ เว็บไซต์ประชาชนยังเปิดอยู่' },
};

const unforeseen = { code: 'INTERNAL', title: 'ระบบขัดข้อง', detail: 'ลองใหม่อีกครั้ง ถ้ายังไม่ได้ให้แจ้งผู้ดูแลระบบระดับจังหวัด' };

/** Nothing came back: no signal, or the server is not running. */
export function offlineProblem(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'OFFLINE', title: 'ติดต่อระบบไม่ได้', detail: 'ไม่มีสัญญาณ หรือระบบยังไม่ตอบ ลองใหม่เมื่อสัญญาณกลับมา' });
}

/** The problem of an answer with this status and body; the body counts only when it is a problem document. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const fallback = known[status] ?? unforeseen;
  if (typeof body !== 'object' || body === null || !('title' in body) || typeof body.title !== 'string') {
    return new ApiProblem({ status, ...fallback });
  }
  const { type: _type, status: _status, code, title, detail, errors, reasons, ...more } = body as Partial<Problem> & Record<string, unknown>;
  return new ApiProblem(
    {
      status, title: title ?? fallback.title, code: code ?? fallback.code,
      ...(detail ? { detail } : {}), ...(Array.isArray(errors) ? { errors } : {}), ...(Array.isArray(reasons) ? { reasons } : {}),
    },
    more,
  );
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem({ status: 500, ...unforeseen });
}

/** The first sentence for each field, by path, to stand beside it. */
export function fieldTexts(fields: readonly FieldProblem[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { path, text } of fields) texts[path] ??= text;
  return texts;
}

/** Every sentence that the summary lists: the fields', else the reasons', else the detail. Path '' has no field to go to. */
export function summaryLines(problem: ApiProblem): FieldProblem[] {
  if (problem.fields.length > 0) return problem.fields;
  if (problem.reasons.length > 0) return problem.reasons.map(({ text }) => ({ path: '', text }));
  return [{ path: '', text: problem.detail }];
}

/** Whether another try makes sense: never after an answer of 4xx, twice after anything else. */
export function isWorthRetry(failures: number, error: unknown): boolean {
  const { status } = asProblem(error);
  return (status < 400 || status >= 500) && failures < 2;
}
