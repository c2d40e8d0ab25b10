import type { PaperKind } from '@prongsai/kernel/contracts';
import { toThaiDigits } from '@prongsai/kernel/thai';
import type { PaperOptions, PaperOrder } from '@prongsai/platform/pdf';
import type { SetPaperFacts } from '../paper-facts';
import { evidenceCertificate } from './evidence-certificate';
import { paperNames } from './paper-names';
import { publicationMemo } from './publication-memo';
import { requestForm, requestFormFoot } from './request-form';

/** What a paper says, as an order to the press. `createdAt` is written into the file; the same facts and instant give the same bytes. */
export function orderOf(facts: SetPaperFacts, about: { title: string; createdAt: Date }): PaperOrder {
  const options: PaperOptions = { title: about.title, createdAt: about.createdAt, author: facts.unit.name, wholeWords: wholeWordsOf(facts) };
  switch (facts.kind) {
    case 'request_form':
      return { wordings: requestForm(facts), options: { ...options, margins: { top: 2 }, pageNumbers: 'none', foot: requestFormFoot(facts) } };
    case 'publication_memo':
      return { wordings: [1.5, 1.42, 1.36, 1.5].map((leading) => ({ blocks: publicationMemo(facts), leading })), options: { ...options, catchwords: true } };
    case 'evidence_certificate':
      return { wordings: [{ blocks: evidenceCertificate(facts) }], options };
  }
}

/** Names that no line may break. */
function wholeWordsOf({ unit }: SetPaperFacts): string[] {
  return [unit.province, ...unit.name.split(' ')];
}

/** The name under which a paper is saved: `แบบฟอร์มการขอเผยแพร่ข้อมูล ๒๓-๒๕๖๙ แผนปฏิบัติการ.pdf`. */
export function fileNameOf(kind: PaperKind, number: string, subject: string, extension: string): string {
  const clean = (text: string): string => text.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/\s+/g, ' ').trim();
  return `${[paperNames[kind], toThaiDigits(number).replace('/', '-'), clean(subject).slice(0, 60).trim()].filter(Boolean).join(' ')}.${extension}`;
}
