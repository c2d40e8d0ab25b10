import type { FilePolicyView } from '@prongsai/kernel/contracts';

/** Names of files that a request may carry (seeds 000 and 001), for the browser's chooser; the policy that is served decides. */
export const allowedEndings = ['pdf', 'xls', 'xlsx', 'doc', 'docx', 'jpg', 'jpeg', 'png', 'zip', 'rar'] as const;

/** Megabytes with one decimal, rounded up as the server does, so that a file just over the limit never reads as the limit. */
function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1_048_576) * 10) / 10);
}

/**
 * What can be said before a byte is sent, in the words of the served table: a kind that is not allowed, an empty file, one
 * over the limit. Null when nothing is wrong or the table is not here yet; the server judges by the content again. A
 * picture that is only too large may be made smaller here.
 */
export function wrongWithFile({ name, size }: Pick<File, 'name' | 'size'>, policy: FilePolicyView | undefined): { text: string; mayShrink: boolean } | null {
  if (!policy) return null;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const isPicture = ['jpg', 'jpeg', 'png'].includes(ending);
  const found = !policy.endings.includes(ending) ? 'other_type' : size === 0 ? 'empty' : size <= policy.maxBytes ? null : isPicture ? 'image_too_large' : 'too_large';
  if (found === null) return null;
  const values: Record<string, string> = { ชื่อไฟล์: name, ขนาด: megabytes(size), สูงสุด: megabytes(policy.maxBytes) };
  const text = policy.items.find((row) => row.class === found)?.message?.replace(/\{([^}]+)\}/g, (_, key: string) => values[key] ?? '');
  return text === undefined ? null : { text, mayShrink: found === 'image_too_large' };
}

/** Progress as it is told aloud: at quarters only, so that a screen reader is not flooded (DESIGN 9). */
export function quarterOfPart(part: number): number {
  return Math.floor(Math.min(Math.max(part, 0), 1) * 4) * 25;
}
