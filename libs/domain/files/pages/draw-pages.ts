import path from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';

/** One page as it is kept. */
export interface DrawnPage {
  /** Counted from 1. */
  number: number;
  /** Pixels. */
  width: number;
  height: number;
  /** The text layer, at most `mostWords` letters; empty for a scanned page. */
  words: string;
  /** WebP. */
  bytes: Buffer;
}

/** Why a document has no pictures at all. */
export type NoPreview = 'locked' | 'damaged' | 'heavy';
export type Drawing = { state: 'ready'; count: number; pages: DrawnPage[] } | { state: 'none'; reason: NoPreview };

/** What one document may cost. Lengths in pixels, times in milliseconds, memory in bytes. */
export interface DrawLimits {
  mostPages: number;
  width: number;
  mostHeight: number;
  /** A page of a postage stamp is not blown up beyond this. */
  mostScale: number;
  mostWords: number;
  mostBytes: number;
  /** For opening the document, and again for each page. */
  stepMs: number;
  wholeMs: number;
}

export const drawLimits: DrawLimits = {
  mostPages: 30, width: 1_000, mostHeight: 4_000, mostScale: 4, mostWords: 20_000, mostBytes: 256 * 1024 * 1024, stepMs: 20_000, wholeMs: 90_000,
};

/** A picture above this is a photograph rather than text, and is kept with loss. */
const losslessBytes = 160 * 1024;
const threadFile = path.join(__dirname, 'draw-pages.thread.mjs');
// One picture is pressed with one thread, so that a document does not take the whole machine.
sharp.concurrency(1);

interface RawPage {
  number: number;
  words: string;
  width: number;
  height: number;
  pixels: Uint8Array;
}
type Told = { count?: number; page?: RawPage; failed?: string };

/**
 * Draws the pages of a PDF, each in its turn. The document is read in a thread of its own, which is ended when it is
 * done, when a page takes too long, or when it fails; pages drawn before that are kept. Never throws for what the
 * document is.
 */
export async function drawPages(pdf: Uint8Array, limits: DrawLimits = drawLimits): Promise<Drawing> {
  const thread = new DrawingThread(pdf, limits);
  const until = performance.now() + limits.wholeMs;
  const pages: DrawnPage[] = [];
  try {
    const { count = 0 } = await thread.next(limits.stepMs);
    const wanted = Math.min(count, limits.mostPages);
    for (let number = 1; number <= wanted; number += 1) {
      const answer = await thread.ask(number, Math.min(limits.stepMs, until - performance.now())).catch((error: unknown) => {
        if (pages.length > 0) return null;
        throw error;
      });
      if (!answer?.page) break;
      pages.push(await press(answer.page));
    }
    return pages.length > 0 ? { state: 'ready', count, pages } : { state: 'none', reason: 'damaged' };
  } catch (error) {
    if (!(error instanceof CannotDraw)) throw error;
    return { state: 'none', reason: error.reason };
  } finally {
    await thread.end();
  }
}

/** What reading a document's words may cost: more pages than are drawn, and less time. */
const wordLimits: DrawLimits = { ...drawLimits, mostPages: 400, mostWords: 40_000, wholeMs: 40_000 };

/** The text layer of a PDF, page by page, without drawing; `isWhole` is false where time or number of pages ran out. Never throws for what the document is. */
export async function readPdfWords(pdf: Uint8Array, limits: DrawLimits = wordLimits): Promise<{ pages: string[]; isWhole: boolean }> {
  const thread = new DrawingThread(pdf, limits, true);
  const until = performance.now() + limits.wholeMs;
  const pages: string[] = [];
  try {
    const { count = 0 } = await thread.next(limits.stepMs);
    for (let number = 1; number <= Math.min(count, limits.mostPages); number += 1) {
      pages.push((await thread.ask(number, Math.min(limits.stepMs, until - performance.now()))).page?.words ?? '');
    }
    return { pages, isWhole: pages.length === count };
  } catch (error) {
    if (!(error instanceof CannotDraw)) throw error;
    return { pages, isWhole: false };
  } finally {
    await thread.end();
  }
}

/** WebP: sharp letters without loss where that is small, else as a photograph. */
async function press({ number, width, height, words, pixels }: RawPage): Promise<DrawnPage> {
  const picture = () => sharp(pixels, { raw: { width, height, channels: 4 }, limitInputPixels: 4_100 * 4_100 }).removeAlpha();
  let bytes = words ? await picture().webp({ lossless: true, effort: 2 }).toBuffer() : null;
  if (!bytes || bytes.length > losslessBytes) bytes = await picture().webp({ quality: 72, effort: 2 }).toBuffer();
  return { number, width, height, words, bytes };
}

class CannotDraw extends Error {
  constructor(readonly reason: NoPreview) {
    super(reason);
  }
}

/** The thread, asked one thing at a time. */
class DrawingThread {
  private readonly worker: Worker;
  private hear: ((told: Told | Error) => void) | null = null;
  private readonly early: Array<Told | Error> = [];

  constructor(pdf: Uint8Array, limits: DrawLimits, onlyWords = false) {
    const { width, mostHeight, mostScale, mostWords, mostBytes } = limits;
    this.worker = new Worker(threadFile, {
      workerData: { pdf, width, mostHeight, mostScale, mostWords, mostBytes, onlyWords },
      resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 },
      // It needs nothing of the process's environment, and what it prints (PDFium's complaints) is nobody's.
      env: {}, stdout: true, stderr: true,
    });
    this.worker.on('message', (told: Told) => this.heard(told));
    this.worker.on('error', (error) => this.heard(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.heard(new Error('the thread ended')));
    this.worker.stdout.resume();
    this.worker.stderr.resume();
  }

  ask(number: number, ms: number): Promise<Told> {
    this.worker.postMessage(number);
    return this.next(ms);
  }

  /** What the thread says next. Throws CannotDraw when it fails or says nothing for `ms`. */
  async next(ms: number): Promise<Told> {
    const told = await new Promise<Told | Error>((resolve) => {
      const timer = setTimeout(() => resolve(new CannotDraw('heavy')), Math.max(0, ms));
      this.hear = (one) => {
        clearTimeout(timer);
        resolve(one);
      };
      const waiting = this.early.shift();
      if (waiting) this.hear(waiting);
    });
    this.hear = null;
    if (told instanceof CannotDraw) throw told;
    // The thread itself broke down: out of memory, or PDFium gave up.
    if (told instanceof Error) throw new CannotDraw('heavy');
    if (told.failed !== undefined) throw new CannotDraw(/password|security/i.test(told.failed) ? 'locked' : 'damaged');
    return told;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private heard(told: Told | Error): void {
    if (this.hear) this.hear(told);
    else this.early.push(told);
  }
}
