import type { PaperKind } from '@prongsai/kernel/contracts';
import { toThaiDigits } from '@prongsai/kernel/thai';
import type { PaperBlock, PaperOptions, PaperOrder, PaperWording } from '@prongsai/platform/pdf';
import type { SetPaperFacts } from '../paper-facts';
import { frameworkAnnouncement } from './announcement';
import { evidenceCertificate } from './evidence-certificate';
import { paperNames } from './paper-names';
import { monitoringReport } from './monitoring-report';
import { publicationMemo } from './publication-memo';
import { reportMemo } from './report-memo';
import { registerFoot, reportRegister } from './report-register';
import { requestForm, requestFormFoot } from './request-form';
import { webMasterOrder } from './web-master-order';
import { withdrawalNotice } from './withdrawal-notice';

/** What a paper says, as an order to the press. `createdAt` is written into the file; the same facts and instant give the same bytes. */
export function orderOf(facts: SetPaperFacts, about: { title: string; createdAt: Date }): PaperOrder {
  const options: PaperOptions = { title: about.title, createdAt: about.createdAt, author: facts.unit.name, wholeWords: wholeWordsOf(facts) };
  switch (facts.kind) {
    case 'request_form':
      return { wordings: requestForm(facts), options: { ...options, margins: { top: 2 }, pageNumbers: 'none', foot: requestFormFoot(facts) } };
    case 'publication_memo':
      return { wordings: fitting(publicationMemo(facts)), options: { ...options, catchwords: true } };
    case 'evidence_certificate':
      return { wordings: fitting(evidenceCertificate(facts)), options };
    case 'withdrawal_notice':
      return { wordings: fitting(withdrawalNotice(facts)), options: { ...options, catchwords: true } };
    case 'framework_announcement':
      return { wordings: [{ blocks: frameworkAnnouncement(facts) }], options: { ...options, catchwords: true, ...draftMark(facts) } };
    case 'web_master_order':
      return { wordings: [{ blocks: webMasterOrder(facts) }], options: { ...options, catchwords: true, ...draftMark(facts) } };
    case 'report_memo':
      return { wordings: fitting(reportMemo(facts)), options: { ...options, catchwords: true } };
    case 'monitoring_report':
      return { wordings: [{ blocks: monitoringReport(facts) }], options };
    case 'report_register':
      return {
        wordings: [{ blocks: reportRegister(facts), leading: 1.42 }],
        options: { ...options, sideways: true, margins: { left: 2, right: 2, bottom: 1.5 }, pageNumbers: 'none', foot: registerFoot(facts) },
      };
  }
}

/** A memo of one page where that can be had, its lines a little closer; else as it is usual. */
function fitting(blocks: readonly PaperBlock[]): PaperWording[] {
  return [1.5, 1.42, 1.36, 1.5].map((leading) => ({ blocks, leading }));
}

/** Across each page until it is signed. */
function draftMark({ signedOn }: { signedOn: string | null }): { watermark?: string } {
  return signedOn ? {} : { watermark: 'ร่าง' };
}

/** Names that no line may break. */
function wholeWordsOf({ unit }: SetPaperFacts): string[] {
  return [unit.province, ...unit.name.split(' ')];
}

const longestSubject = 60;

/** Cut at a space, never inside a word, where there is one. */
function shortened(subject: string): string {
  if (subject.length <= longestSubject) return subject;
  const space = subject.lastIndexOf(' ', longestSubject);
  return space > 20 ? subject.slice(0, space) : subject.slice(0, longestSubject).trim();
}

/** The name under which a paper is saved: `แบบฟอร์มการขอเผยแพร่ข้อมูล ๒๓-๒๕๖๙ แผนปฏิบัติการ.pdf`. */
export function fileNameOf(kind: PaperKind, number: string, subject: string, extension: string): string {
  const clean = (text: string): string => text.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/\s+/g, ' ').trim();
  return `${[paperNames[kind], toThaiDigits(number).replace('/', '-'), shortened(clean(subject))].filter(Boolean).join(' ')}.${extension}`;
}
