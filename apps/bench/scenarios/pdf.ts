import PDFDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { PaperPress, type PaperBlock, type PaperOrder } from '@prongsai/platform/pdf';
import type { Lab } from '../lab';
import { median, noise } from '../measure/statistics';
import type { Finding, Outcome } from '../report';
import { told } from './words';

const face = require.resolve('@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf');
/** A paragraph of an announcement; what differs between them is its number. */
const clause = 'หน่วยงานหรือเจ้าหน้าที่เจ้าของข้อมูลนำส่งข้อมูลข่าวสาร พร้อมแบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน ผ่านระบบเผยแพร่ข้อมูล หนังสือราชการ ไปรษณีย์อิเล็กทรอนิกส์ หรือช่องทางสื่อสารอื่น โดยระบุชื่อ ตำแหน่ง หน่วยงาน และข้อมูลการติดต่อกลับอย่างชัดเจน (Government Website Standard) ครั้งที่';
/** Paragraphs that fill so many pages of the press. */
const lengths = { 'one page': 6, 'twenty pages': 138 } as const;
const limit = 3;

const textsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `${clause} ${index + 1}`);

function order(texts: readonly string[]): PaperOrder {
  const blocks: PaperBlock[] = [{ kind: 'heading', text: 'รายงานผลการติดตามการดำเนินงาน', size: 18 }, ...texts.map((text): PaperBlock => ({ kind: 'paragraph', text }))];
  return { wordings: [{ blocks }], options: { title: 'การวัด', createdAt: new Date('2026-11-20T05:00:00Z') } };
}

/** The same words by pdfkit alone: its own lines, which cut Thai words, no tags, letters that do not come back right. */
function bare(texts: readonly string[]): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'A4', margins: { top: 71, bottom: 57, left: 85, right: 57 }, font: face });
  const whole = buffer(paper as unknown as NodeJS.ReadableStream);
  paper.fontSize(14.5).text('รายงานผลการติดตามการดำเนินงาน', { align: 'center' }).fontSize(13);
  for (const text of texts) paper.text(text, { indent: 71, lineGap: 2.6, paragraphGap: 5 });
  paper.end();
  return whole;
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What a paper costs beside pdfkit doing the least that could be called the same; the press works in its thread, as in the worker. */
export async function pdf(lab: Lab): Promise<Outcome> {
  const press = new PaperPress();
  const findings: Finding[] = [];
  try {
    for (const [name, count] of Object.entries(lengths)) {
      const texts = textsOf(count);
      const cost = { press: [] as number[], bare: [] as number[] };
      for (let round = -2; round < lab.sizes.rounds; round += 1) {
        const [ours, floor] = [await cpuOf(() => press.set(order(texts))), await cpuOf(() => bare(texts))];
        if (round < 0) continue;
        cost.press.push(ours);
        cost.bare.push(floor);
      }
      const times = median(cost.press.map((cpu, round) => cpu / (cost.bare[round] ?? Number.NaN)));
      const side = (values: number[]) => `${median(values).toFixed(0)} ms of CPU (±${Math.round(noise(values) * 50)} %)`;
      findings.push({ what: `a paper of ${name} against bare pdfkit`, limit: `<= ${limit} x`, result: `${times.toFixed(2)} x (${side(cost.press)} against ${side(cost.bare)})`, isMet: times <= limit });
      findings.push(told(`pages of ${name}`, `${pagesOf(await press.set(order(texts)))} by the press, ${pagesOf(await bare(texts))} by bare pdfkit`));
    }
  } finally {
    await press.end();
  }
  return {
    name: 'pdf',
    how: 'Papers set by the press in its thread (lines between Thai words, marks in their place, text that comes back letter for letter, tagged, PDF/A-3 metadata), against pdfkit alone with the same words in the same face. CPU of the whole process, the thread included; two rounds warm up.',
    findings,
  };
}

function pagesOf(file: Buffer): number {
  return file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}
