import { Installation } from './installation';
import { LoadGenerator } from './measure/load';
import type { Sizes } from './options';

/** A network's administrator, signed in by name. */
export interface Person {
  email: string;
  password: string;
}

/** Password of every person of the demo. */
export const demoPassword = 'prongsai-demo';

/** What benches work with; an installation is made when the first bench needs it, and shared by the others. */
export class Lab {
  readonly generator = new LoadGenerator();
  private readonly made = new Map<string, Promise<unknown>>();
  private readonly installations: Installation[] = [];

  constructor(
    readonly sizes: Sizes,
    readonly say: (line: string) => void,
  ) {}

  /** The five demo networks, told by the ordinary verbs. */
  demo(): Promise<Installation> {
    return this.once('demo', async () => {
      this.say('making the demo networks …');
      const installation = await this.open();
      // The demo is loaded by the first start; that process has done its work then.
      await (await installation.serve({ DEMO: 'seeds' })).end();
      await installation.ask('analyze');
      return installation;
    });
  }

  /** An installation with one network and nothing in it yet. */
  network(slug: string): Promise<{ installation: Installation; slug: string; admin: Person }> {
    return this.once(slug, async () => {
      this.say(`opening the network “${slug}” …`);
      const installation = await this.open();
      return { installation, slug, admin: await installation.openNetwork(slug) };
    });
  }

  /** Of the installations that have been made; all are of the same build. */
  async postgresVersion(): Promise<string> {
    const [row] = (await this.installations[0]?.ask('show server_version')) ?? [];
    return String(row?.['server_version'] ?? 'not started');
  }

  async close(): Promise<void> {
    this.generator.end();
    for (const installation of this.installations.splice(0)) await installation.close();
  }

  private once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = (this.made.get(name) as Promise<T> | undefined) ?? make();
    this.made.set(name, known);
    return known;
  }

  private async open(): Promise<Installation> {
    const installation = await Installation.open();
    this.installations.push(installation);
    return installation;
  }
}
