import type { Settings } from '@prongsai/platform/config';

/** Where a command says what it did, one line at a time, in English. */
export type Say = (line: string) => void;

/** Does one thing and answers the exit code: 0 done, 1 something is wrong with what was looked at. */
export type Command = (settings: Settings, options: Readonly<Record<string, string>>, say: Say) => Promise<number>;
