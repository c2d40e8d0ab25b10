const nbsp = '\u00a0';
const thaiZero = 0x0e50;

/** The text with its Arabic digits turned into Thai ones, for generated papers (DESIGN 7). */
export function toThaiDigits(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) => String.fromCharCode(thaiZero + Number(digit)));
}

/** The text with its Thai digits turned into Arabic ones, for screens, search and parsing. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - thaiZero));
}

const counts = new Intl.NumberFormat('en-US');

/** A number as screens show it, thousands separated: `1,284`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/**
 * A size as screens show it: `48 KB`, `1.2 MB`, with a non-breaking space; 1 MB = 1,048,576 bytes (DESIGN 7).
 * Whole KB below one MB (1 KB at least, so that no file looks empty), one decimal from there on, none when it is 0.
 */
export function formatFileSize(bytes: number): string {
  const kilobytes = Math.round(bytes / 1024);
  if (kilobytes < 1024) return `${formatCount(bytes > 0 ? Math.max(kilobytes, 1) : 0)}${nbsp}KB`;
  const megabytes = Math.round((bytes / 1_048_576) * 10) / 10;
  if (megabytes < 1024) return `${formatCount(megabytes)}${nbsp}MB`;
  return `${formatCount(Math.round((bytes / 1_073_741_824) * 10) / 10)}${nbsp}GB`;
}

/** National digits of a Thai telephone number, or null when it is none: nine (land line) or ten (mobile), or four (1669). */
function nationalDigits(text: string): string | null {
  const digits = toArabicDigits(text).trim().replace(/[\s\u00a0().\-–]/g, '').replace(/^\+66/, '0');
  return /^(0[2-7]\d{7}|0[689]\d{8}|1\d{3})$/.test(digits) ? digits : null;
}

/** Whether `text` is a complete Thai telephone number, spaces, dashes and Thai digits allowed. */
export function isThaiPhone(text: string): boolean {
  return nationalDigits(text) !== null;
}

/**
 * A telephone number as official letters group it, with non-breaking spaces: `0 7349 4064`, `08 1234 5678`, `1669`.
 * An extension (`ต่อ 12`) is kept behind; what is no Thai number comes back as it was given, trimmed.
 */
export function formatThaiPhone(text: string): string {
  const parts = /^(.*?)\s*ต่อ\s*([\d๐-๙]+)\s*$/.exec(text);
  const digits = nationalDigits(parts?.[1] ?? text);
  if (digits === null) return text.trim();
  const grouped = digits.length === 4 ? digits : [digits.slice(0, -8), digits.slice(-8, -4), digits.slice(-4)].join(nbsp);
  return parts?.[2] ? `${grouped} ต่อ${nbsp}${toArabicDigits(parts[2])}` : grouped;
}
