import 'reflect-metadata';
import { readSettings } from '@prongsai/platform/config';
import { helpText, parseCommand, UsageError } from './commands';

async function main(words: readonly string[]): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    say(helpText());
    return 0;
  }
  const { run, options } = parseCommand(words);
  return run(readSettings(process.env), options, say);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(`\n${helpText()}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
