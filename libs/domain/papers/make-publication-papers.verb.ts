import { Injectable } from '@nestjs/common';
import type { Scope } from '@prongsai/platform/db';
import { MakePaper } from './make-paper.verb';
import { OpenPublicationPapers } from './open-publication-papers.verb';

/** Makes what proves a publication: the form, the memo, the page as it stands, and the certificate that names their hashes. */
@Injectable()
export class MakePublicationPapers {
  constructor(
    private readonly open: OpenPublicationPapers,
    private readonly make: MakePaper,
  ) {}

  /** Goes on where a run before it stopped. Throws while the store, the database or the site is away; form and memo are kept by then. */
  async run(scope: Scope & { tenantId: string }, publicationId: string): Promise<void> {
    // First form, memo and snapshot, then the certificate, which is opened once they are there.
    for (let step = 0; step < 2; step += 1) {
      for (const paper of await this.open.run(scope, publicationId)) await this.make.run(scope, paper.id);
    }
  }
}
