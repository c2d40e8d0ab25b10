import { Controller, Param } from '@nestjs/common';
import { PaperList, PaperView } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, contentDisposition, CurrentActor, Download, PlainAnswer } from '@prongsai/platform/http';
import { OpenPublicationPapers, PaperReader, PreviewPaper } from '@prongsai/domain/papers';
import { StaffPublicationReader } from '@prongsai/domain/publishing';

const path = '/tenants/:slug/papers';
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Last parts of a preview's address, and the paper that each shows. */
const previews = { form: 'request_form', memo: 'publication_memo' } as const;

/** The papers that the system has made of the unit's work. */
@Controller()
export class PapersController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly papers: PaperReader,
    private readonly publications: StaffPublicationReader,
    private readonly openPapers: OpenPublicationPapers,
    private readonly preview: PreviewPaper,
  ) {}

  @ApiRoute('GET', '/tenants/:slug/publications/:id/papers', { access: inTenant('read', 'Paper'), summary: 'Form, memo, snapshot and certificate of a publication; asked for here when there are none yet', response: PaperList })
  ofPublication(@CurrentActor() actor: TenantActor, @Param('slug') slug: string, @Param('id') id: string): Promise<PaperList> {
    return this.transaction.act(actor, async () => {
      await this.publications.get(actor, id);
      await this.openPapers.ask(actor.tenantId, id);
      return { items: await this.papers.list(actor, { publicationId: id }, pathOf(slug)) };
    });
  }

  @ApiRoute('GET', '/tenants/:slug/requests/:id/papers/:kind', { access: inTenant('read', 'Paper'), summary: 'The form (`form`) or the memo (`memo`) of a request as it would be now, as PDF' })
  async ofRequest(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Param('kind') kind: string): Promise<PlainAnswer> {
    if (kind !== 'form' && kind !== 'memo') notFound();
    const { name, bytes } = await this.preview.run(actor, id, previews[kind]);
    return new PlainAnswer(bytes, 'application/pdf', { 'content-disposition': contentDisposition('inline', name), 'cache-control': 'private, no-store' });
  }

  @ApiRoute('GET', `${path}/:id`, { access: inTenant('read', 'Paper'), summary: 'Facts of one paper', response: PaperView })
  show(@CurrentActor() actor: TenantActor, @Param('slug') slug: string, @Param('id') id: string): Promise<PaperView> {
    return this.transaction.act(actor, () => this.papers.show(actor, id, pathOf(slug)));
  }

  @ApiRoute('GET', `${path}/:id/content`, { access: inTenant('read', 'Paper'), summary: 'Bytes of one paper' })
  async content(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<Download> {
    const paper = await this.transaction.act(actor, () => this.papers.get(actor.tenantId, id));
    if (paper.state !== 'ready' || !paper.fileName || !paper.mediaType) notFound();
    // A page that was read from the site is looked at on the officer's own device, never under the console's address.
    const disposition = paper.mediaType === 'application/pdf' ? 'inline' : 'attachment';
    return new Download(await this.papers.open(paper), { name: paper.fileName, mediaType: paper.mediaType, size: Number(paper.size), disposition });
  }

  @ApiRoute('GET', `${path}/:id/docx`, { access: inTenant('read', 'Paper'), summary: 'The same words as a Word document, for those who must edit' })
  async docx(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<PlainAnswer> {
    const { name, bytes } = this.papers.docx(await this.transaction.act(actor, () => this.papers.get(actor.tenantId, id)));
    return new PlainAnswer(bytes, docxType, { 'content-disposition': contentDisposition('attachment', name), 'cache-control': 'private, no-store' });
  }
}

function pathOf(slug: string): string {
  return `/api/v1/tenants/${slug}/papers`;
}
