import type { Readable } from 'node:stream';

/** What a scanner found: null when nothing. */
export interface ScanResult {
  virus: string | null;
}

/** Looks through bytes for viruses. */
export interface VirusScanner {
  /** Throws `ScannerAway` when it gives no verdict; what is not scanned is not clean. */
  scan(bytes: Readable): Promise<ScanResult>;
}

/** Injection token of the installation's scanner; null where there is none. */
export const VIRUS_SCANNER = Symbol('VIRUS_SCANNER');

/** The scanner could not be reached, broke off, or refused the work; try again later. */
export class ScannerAway extends Error {
  constructor(why: string) {
    super(`the virus scanner gave no verdict: ${why}`);
    this.name = 'ScannerAway';
  }
}
