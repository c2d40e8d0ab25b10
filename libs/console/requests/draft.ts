import type { RequestInput, RequestView, TemplateFields } from '@prongsai/kernel/contracts';

/** A request as the form holds it: empty text instead of null, so that every field is controlled. */
export interface Draft {
  title: string;
  details: string;
  externalLink: string;
  remarks: string;
  categoryCode: string;
  subItemCode: string;
  sourceName: string;
  dataFrom: string | null;
  dataUntil: string | null;
  publishFrom: string | null;
  publishUntil: string | null;
  credit: string;
  workGroupId: string;
  /** Recorded for the contact, an owner without an account. */
  recorded: boolean;
  intakeChannel: '' | NonNullable<RequestInput['intakeChannel']>;
  contact: { name: string; position: string; unit: string; phone: string; email: string };
  requirementCodes: string[];
  fileIds: string[];
}

export const emptyDraft: Draft = {
  title: '', details: '', externalLink: '', remarks: '', categoryCode: '', subItemCode: '', sourceName: '',
  dataFrom: null, dataUntil: null, publishFrom: null, publishUntil: null, credit: '', workGroupId: '', recorded: false, intakeChannel: '',
  contact: { name: '', position: '', unit: '', phone: '', email: '' }, requirementCodes: [], fileIds: [],
};

/** The form's values of a request that was read. */
export function draftOf(request: RequestView): Draft {
  const { contact } = request;
  return {
    title: request.title ?? '', details: request.details ?? '', externalLink: request.externalLink ?? '', remarks: request.remarks ?? '',
    categoryCode: request.categoryCode ?? '', subItemCode: request.subItemCode ?? '', sourceName: request.sourceName ?? '',
    dataFrom: request.dataFrom, dataUntil: request.dataUntil, publishFrom: request.publishFrom, publishUntil: request.publishUntil,
    credit: request.credit ?? '', workGroupId: request.workGroupId ?? '', recorded: request.recorded, intakeChannel: request.intakeChannel ?? '',
    contact: { name: contact?.name ?? '', position: contact?.position ?? '', unit: contact?.unit ?? '', phone: contact?.phone ?? '', email: contact?.email ?? '' },
    requirementCodes: request.requirementCodes, fileIds: request.files.map(({ id }) => id),
  };
}

/** The fields in which two drafts differ, as the API takes them: empty text becomes null. Empty when they are the same. */
export function changesOf(before: Draft, after: Draft): RequestInput {
  const changes: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof Draft)[]) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changes[key] = bodyValue(after[key]);
  }
  return changes as RequestInput;
}

function bodyValue(value: Draft[keyof Draft]): unknown {
  if (value === null || typeof value === 'boolean' || Array.isArray(value)) return value;
  if (typeof value === 'string') return value === '' ? null : value;
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, text === '' ? null : text]));
}

/** The changes without the fields that were refused; a refused part (`contact.email`) takes its whole field with it. */
export function withoutPaths(changes: RequestInput, paths: readonly string[]): RequestInput {
  const refused = new Set(paths.map((path) => path.split('.')[0]));
  return Object.fromEntries(Object.entries(changes).filter(([key]) => !refused.has(key))) as RequestInput;
}

/** The values that a template gives a new request; what it leaves open stays as it was. */
export function withTemplate(draft: Draft, fields: TemplateFields): Draft {
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return { ...draft, ...(Object.fromEntries(known) as Partial<Draft>) };
}
