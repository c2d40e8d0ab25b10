import { parseArgs } from 'node:util';
import type { Command } from './command';
import { createAdmin } from './create-admin.command';
import { openNetwork } from './open-network.command';
import { rebuildCompliance } from './rebuild-compliance.command';
import { verifyAudit } from './verify-audit.command';

interface Usage {
  run: Command;
  required: readonly string[];
  optional: readonly string[];
  does: string;
}

const commands: Record<string, Usage> = {
  'network open': {
    run: openNetwork, required: ['slug', 'name', 'name-en', 'province'], optional: [],
    does: 'opens a network (one province) with this year\'s rounds; an existing slug is left as it is',
  },
  'admin create': {
    run: createAdmin, required: ['network', 'email', 'name'], optional: [],
    does: 'makes a network administrator and prints the password once; a known address keeps its own',
  },
  'compliance rebuild': {
    run: rebuildCompliance, required: [], optional: ['tenant', 'fiscal-year'],
    does: 'judges every unit again, or one, in this fiscal year or the one given (B.E.)',
  },
  'audit verify': {
    run: verifyAudit, required: [], optional: ['tenant'],
    does: 'recomputes every chain of the audit trail, or one unit\'s, and names the first entry that does not fit; exit code 1 if any',
  },
};

/** What can be done, for people at a terminal. */
export function helpText(): string {
  const lines = Object.entries(commands).map(([name, { required, optional, does }]) => {
    const options = [...required.map((option) => `--${option} …`), ...optional.map((option) => `[--${option} …]`)].join(' ');
    return `  npm run cli -- ${name} ${options}\n      ${does}`;
  });
  return [
    'Operators\' commands. They read the same settings as the server (DATA_DIR, DATABASE_URL …) and may run beside it.', '', ...lines,
    '  npm run cli -- help', '',
  ].join('\n');
}

/** Wrong words on the command line. */
export class UsageError extends Error {}

/** Finds the command and its options in the words of the command line. Throws UsageError. */
export function parseCommand(words: readonly string[]): { run: Command; options: Record<string, string> } {
  const name = words.slice(0, 2).join(' ');
  const usage = commands[name];
  if (!usage) throw new UsageError(`there is no command “${name}”`);
  const names = [...usage.required, ...usage.optional];
  let values: Record<string, unknown>;
  try {
    values = parseArgs({ args: [...words.slice(2)], options: Object.fromEntries(names.map((option) => [option, { type: 'string' as const }])) }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const options = Object.fromEntries(Object.entries(values).flatMap(([option, value]) => (typeof value === 'string' && value.trim() ? [[option, value.trim()]] : [])));
  const missing = usage.required.filter((option) => !(option in options));
  if (missing.length > 0) throw new UsageError(`${name} needs ${missing.map((option) => `--${option}`).join(' ')}`);
  return { run: usage.run, options };
}
