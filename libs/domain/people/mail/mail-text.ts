import { formatThaiDate } from '@prongsai/kernel/thai';
import { isAskingKind } from './mail-timing';

/** One thing that a digest tells. */
export interface DigestLine {
  unit: string;
  kind: string;
  title: string;
  body: string;
  link: string | null;
}

/** Subject and both bodies of a mail. */
export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** `text` with what means something in HTML written as numbers. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A whole Thai page around `inside`, which is HTML already. */
export function mailPage(inside: string): string {
  return `<!doctype html><html lang="th"><meta charset="utf-8"><body>${inside}</body></html>`;
}

/**
 * The digest of these lines as of `at`: unit by unit, what asks for an act before what is told for information, each in
 * the order given. Writes nothing but what the notices say.
 */
export function digestText(lines: readonly DigestLine[], digest: 'daily' | 'weekly', at: Date): MailText {
  const name = digest === 'daily' ? 'สรุปแจ้งเตือนประจำวัน' : 'สรุปแจ้งเตือนประจำสัปดาห์';
  const units = [...new Set(lines.map(({ unit }) => unit))];
  const title = `${name} ${formatThaiDate(at, 'long')} ${lines.length} เรื่อง`;
  const text = [title];
  const html = [`<h1>${escapeHtml(title)}</h1>`];
  for (const unit of units) {
    text.push('', unit);
    html.push(`<h2>${escapeHtml(unit)}</h2>`);
    for (const [heading, isAsked] of [['ต้องดำเนินการ', true], ['เพื่อทราบ', false]] as const) {
      const told = lines.filter((line) => line.unit === unit && isAskingKind(line.kind) === isAsked);
      if (told.length === 0) continue;
      text.push('', `${heading} ${told.length} เรื่อง`, ...told.map(plainLine));
      html.push(`<h3>${heading} ${told.length} เรื่อง</h3><ul>${told.map(htmlLine).join('')}</ul>`);
    }
  }
  const foot = 'เปลี่ยนเวลารับอีเมลได้ที่ การรับแจ้งเตือน ในเมนูบัญชีของท่าน';
  return {
    subject: `${units.length === 1 ? `[${units[0]}] ` : ''}${title}`,
    text: `${[...text, '', foot].join('\n')}\n`,
    html: mailPage(`${html.join('')}<p>${foot}</p>`),
  };
}

function plainLine({ title, body, link }: DigestLine): string {
  return [`- ${title}`, ...[body, link ?? ''].filter(Boolean).map((part) => `  ${part}`)].join('\n');
}

function htmlLine({ title, body, link }: DigestLine): string {
  const name = link ? `<a href="${escapeHtml(link)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  return `<li>${name}${body ? `<br>${escapeHtml(body)}` : ''}</li>`;
}
