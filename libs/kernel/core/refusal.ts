/** One reason why an act is not possible now. `code` is stable; `text` is Thai and names the way out. */
export interface Reason {
  code: string;
  text: string;
}

/** What is wrong with one field. `path` is dotted (`contact.phone`), `text` is a Thai sentence. */
export interface FieldError {
  path: string;
  code: string;
  text: string;
}

interface CatalogueEntry {
  status: number;
  title: string;
}

/** Every error this system answers with: the stable code, its HTTP status and its Thai title (SPEC 18 and 20). */
export const refusalCatalogue = {
  BAD_REQUEST: { status: 400, title: 'อ่านคำขอไม่ได้' },
  NOT_SIGNED_IN: { status: 401, title: 'ยังไม่ได้เข้าระบบ' },
  BAD_CREDENTIALS: { status: 401, title: 'เข้าระบบไม่สำเร็จ' },
  NOT_ALLOWED: { status: 403, title: 'ท่านไม่มีสิทธิทำรายการนี้' },
  BAD_ORIGIN: { status: 403, title: 'คำขอนี้ไม่ได้มาจากหน้าเจ้าหน้าที่ของระบบ' },
  NOT_FOUND: { status: 404, title: 'ไม่พบสิ่งที่ต้องการ' },
  NOT_POSSIBLE: { status: 409, title: 'ยังทำรายการนี้ไม่ได้' },
  SAME_PERSON: { status: 409, title: 'ผู้อื่นต้องเป็นผู้พิจารณา' },
  STALE: { status: 409, title: 'เรื่องนี้ถูกแก้ไขไปแล้ว' },
  TWO_WEB_MASTERS: { status: 409, title: 'Web Master จะไม่ครบตามจำนวน' },
  DUPLICATE: { status: 409, title: 'มีรายการนี้อยู่แล้ว' },
  REPEATED_KEY: { status: 409, title: 'Idempotency-Key นี้ใช้กับคำขออื่นแล้ว' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'ข้อมูลที่ส่งมาใหญ่เกินกำหนด' },
  FILE_TOO_LARGE: { status: 413, title: 'ไฟล์ใหญ่เกินกำหนด' },
  UNSUPPORTED_MEDIA: { status: 415, title: 'ระบบรับข้อมูลชนิดนี้ไม่ได้' },
  INVALID: { status: 422, title: 'ข้อมูลยังไม่ถูกต้อง' },
  INCOMPLETE: { status: 422, title: 'ยังส่งไม่ได้ ข้อมูลยังไม่ครบ' },
  PERSONAL_DATA: { status: 422, title: 'พบข้อมูลส่วนบุคคล ต้องปิดหรือบอกเหตุผลก่อน' },
  FILE_REFUSED: { status: 422, title: 'ไม่รับไฟล์นี้' },
  TOO_MANY_TRIES: { status: 429, title: 'ทำรายการถี่เกินไป' },
  HEADERS_TOO_LARGE: { status: 431, title: 'ส่วนหัวของคำขอใหญ่เกินกำหนด' },
  INTERNAL: { status: 500, title: 'ระบบขัดข้อง ได้บันทึกไว้แล้ว' },
  UNAVAILABLE: { status: 503, title: 'ระบบเจ้าหน้าที่ใช้ไม่ได้ชั่วคราว' },
} as const satisfies Record<string, CatalogueEntry>;

export type RefusalCode = keyof typeof refusalCatalogue;

export interface RefusalParts {
  /** One Thai sentence: the thing, the problem, the way out. */
  detail?: string;
  reasons?: Reason[];
  errors?: FieldError[];
  /** More members of the problem document, for example both versions of a stale edit. */
  extra?: Record<string, unknown>;
  /** Seconds after which another try makes sense; becomes Retry-After. */
  retryAfterSeconds?: number;
}

/** The one error that verbs, guards and readers throw; platform/http turns it into problem+json. */
export class Refusal extends Error {
  readonly status: number;
  readonly title: string;

  constructor(
    readonly code: RefusalCode,
    readonly parts: RefusalParts = {},
  ) {
    super(parts.detail ?? refusalCatalogue[code].title);
    this.name = 'Refusal';
    this.status = refusalCatalogue[code].status;
    this.title = refusalCatalogue[code].title;
  }
}

/** Throws 404, the same for what does not exist and for what belongs to another tenant or network. */
export function notFound(): never {
  throw new Refusal('NOT_FOUND', { detail: 'ไม่พบรายการนี้ ตรวจที่อยู่อีกครั้ง หรือกลับไปที่รายการ' });
}

/**
 * Throws 409 with all reasons when there is at least one. A reason whose code is itself in the catalogue
 * (SAME_PERSON, TWO_WEB_MASTERS …) gives the answer its code; otherwise it is NOT_POSSIBLE.
 */
export function checkNoReasons(reasons: Reason[]): void {
  const [first] = reasons;
  if (!first) return;
  const code = first.code in refusalCatalogue ? (first.code as RefusalCode) : 'NOT_POSSIBLE';
  throw new Refusal(code, { detail: first.text, reasons });
}
