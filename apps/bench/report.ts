/** One line of the result. */
export interface Finding {
  what: string;
  /** What SPEC 19 allows; null for what is only told. */
  limit: string | null;
  result: string;
  /** Null for what is only told. */
  isMet: boolean | null;
}

/** What one bench found, and how it went about it. */
export interface Outcome {
  name: string;
  how: string;
  findings: Finding[];
}

const verdict = ({ isMet }: Finding) => (isMet === null ? 'told' : isMet ? 'met' : 'NOT MET');

/** For the terminal. */
export function tableOf(outcome: Outcome): string {
  const rows = outcome.findings.map((finding) => [finding.what, finding.limit ?? '', finding.result, verdict(finding)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return [`\n${outcome.name}`, ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)].join('\n');
}

/** The facts of the machine and the day that stand above a bench's table. */
export interface Circumstances {
  day: string;
  cores: number;
  node: string;
  postgres: string;
  load: string;
  sizes: string;
}

/** The section of docs/measurements.md. */
export function sectionOf(outcome: Outcome, at: Circumstances): string {
  const rows = outcome.findings.map((finding) => `| ${[finding.what, finding.limit ?? '', finding.result, verdict(finding)].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  return [
    `## ${outcome.name}`, '', outcome.how, '',
    `${at.day}; ${at.cores} cores, Node ${at.node}, PostgreSQL ${at.postgres}; load average while it ran ${at.load}; ${at.sizes}.`, '',
    '| what | limit | result | verdict |', '|---|---|---|---|', ...rows, '',
  ].join('\n');
}

const head = `# Measurements

Made by \`npm run bench -- --write\`; the limits are those of SPEC 19. A ratio compares the CPU time of two server processes that were asked in
turn, several rounds each, in one run: the median of the rounds' ratios; behind ± stands how far the middle half of the rounds' CPU lies apart.
Milliseconds are the median of one call over a kept connection on loopback, in the calmest of several series. What is only told has no limit.
`;

/** The file with these sections put in place of those of the same name; other sections stay as they are. */
export function withSections(file: string, sections: ReadonlyMap<string, string>): string {
  const kept = new Map(file.split(/^(?=## )/m).filter((part) => part.startsWith('## ')).map((part) => [part.slice(3, part.indexOf('\n')), part.trimEnd()]));
  for (const [name, section] of sections) kept.set(name, section.trimEnd());
  return `${[head.trimEnd(), ...kept.values()].join('\n\n')}\n`;
}
