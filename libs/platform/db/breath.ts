import { Result, types, type Connection, type FieldDef, type Submittable } from 'pg';
import { prepareValue } from 'pg/lib/utils';

/** A statement and who waits for its answer. */
export interface Asked {
  text: string;
  values: readonly unknown[];
  answer(result: Answered): void;
  fail(error: unknown): void;
}

/** What a statement brought, in the words of pg's results. */
export interface Answered {
  command: string;
  rowCount: number;
  rows: unknown[];
}

/** How the fields of a row become its values. */
export type RowForm = Result & { addFields(fields: FieldDef[]): void; parseRow(fields: unknown[]): unknown };

/** What one connection knows of a text: under which name it is prepared there, and how its rows are read. */
export interface Prepared {
  name: string;
  form: RowForm | null;
}

/** Where prepared texts are remembered; `null` where a pooler may give each transaction another connection. */
export interface PreparedTexts {
  of(text: string): Prepared | null;
  keep(text: string, prepared: Prepared): void;
  forget(): void;
  newName(): string;
}

type Wire = Connection & {
  parse(parts: { name: string; text: string }): void;
  bind(parts: { statement: string; values: readonly unknown[]; valueMapper: typeof prepareValue }): void;
  describe(parts: { type: 'P'; name: string }): void;
  execute(parts: object): void;
  sync(): void;
};

interface Sent extends Asked {
  prepared: Prepared;
  isNew: boolean;
  rows: unknown[];
  command: string;
}

/**
 * Statements that travel in one packet and are one transaction: PostgreSQL ends it at the one Sync behind the last of them
 * (protocol flow of extended queries, pipelining). No begin and no commit travel, and what is set locally holds for all.
 */
export class Breath implements Submittable {
  private readonly sent: Sent[];
  private at = 0;
  private hasFailed = false;

  constructor(
    asked: readonly Asked[],
    private readonly texts: PreparedTexts | null,
  ) {
    this.sent = asked.map((one) => ({ ...one, prepared: { name: '', form: null }, isNew: true, rows: [], command: '' }));
  }

  submit(connection: Connection): Error | null {
    const wire = connection as Wire;
    wire.stream.cork();
    try {
      for (const one of this.sent) this.send(wire, one);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    const form = new Result('', types) as RowForm;
    form.addFields(fields);
    this.current.prepared.form = form;
  }

  handleDataRow({ fields }: { fields: unknown[] }): void {
    const { prepared, rows } = this.current;
    rows.push(prepared.form?.parseRow(fields));
  }

  handleCommandComplete({ text }: { text: string }): void {
    const one = this.current;
    one.command = text.slice(0, text.indexOf(' '));
    if (one.isNew) this.texts?.keep(one.text, one.prepared);
    this.at += 1;
  }

  handleEmptyQuery(): void {
    this.at += 1;
  }

  /** The transaction is over: whoever asked is answered only now, when nothing of it can fail any more. */
  handleReadyForQuery(): void {
    if (this.hasFailed) return;
    for (const { command, rows, answer } of this.sent) answer({ command, rowCount: rows.length, rows });
  }

  /** PostgreSQL leaves out what stands behind a failure; all of the breath has failed then. */
  handleError(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    // Which of the texts are prepared is uncertain now, and one of them may have been prepared for another shape of its table.
    this.texts?.forget();
    for (const { fail } of this.sent) fail(error);
  }

  private get current(): Sent {
    const one = this.sent[this.at];
    if (!one) throw new Error('an answer to nothing that was asked');
    return one;
  }

  private send(wire: Wire, one: Sent): void {
    const known = this.texts?.of(one.text);
    one.isNew = !known?.form;
    one.prepared = known ?? { name: this.texts?.newName() ?? '', form: null };
    if (!known) wire.parse({ name: one.prepared.name, text: one.text });
    wire.bind({ statement: one.prepared.name, values: one.values, valueMapper: prepareValue });
    if (one.isNew) wire.describe({ type: 'P', name: '' });
    wire.execute({});
  }
}
