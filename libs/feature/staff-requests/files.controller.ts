import { Controller, Param, Req } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FilePagesView, FileView } from '@prongsai/kernel/contracts';
import { notFound, Refusal } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, Download, PlainAnswer } from '@prongsai/platform/http';
import { FileReader, maxFileBytes, PageImageReader, ReceiveFile } from '@prongsai/domain/files';

const path = '/tenants/:slug/files';
/** Boundary lines and part headers around the file. */
const multipartOverheadBytes = 16 * 1024;

/** Files on their way into a request, and staff's own look at them. */
@Controller()
export class FilesController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly receive: ReceiveFile,
    private readonly files: FileReader,
    private readonly pages: PageImageReader,
  ) {}

  @ApiRoute('POST', path, { access: inTenant('upload', 'File'), summary: 'Upload one file in the field "file"', streamed: 'multipart/form-data', response: FileView, status: 201 })
  async upload(@CurrentActor() actor: TenantActor, @Req() request: FastifyRequest): Promise<FileView> {
    if (Number(request.headers['content-length'] ?? 0) > maxFileBytes + multipartOverheadBytes) {
      throw new Refusal('FILE_TOO_LARGE', { detail: 'ไฟล์ใหญ่เกิน 4 MB ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่' });
    }
    // The limit of the parser is above ours, so that ours speaks.
    const part = await (request as FastifyRequest & { file(options: object): Promise<MultipartFile | undefined> }).file({
      limits: { fileSize: maxFileBytes + multipartOverheadBytes },
    });
    if (!part || part.fieldname !== 'file') {
      throw new Refusal('INVALID', { errors: [{ path: 'file', code: 'missing', text: 'ยังไม่มีไฟล์ที่แนบ เลือกไฟล์แล้วส่งใหม่' }] });
    }
    return FileReader.view(await this.receive.run(actor, { name: part.filename, stream: part.file }));
  }

  @ApiRoute('GET', `${path}/:id`, { access: inTenant('read', 'File'), summary: 'Facts of one file', response: FileView })
  show(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<FileView> {
    return this.transaction.act(actor, async () => FileReader.view(await this.files.get(id)));
  }

  @ApiRoute('GET', `${path}/:id/content`, { access: inTenant('read', 'File'), summary: 'Bytes of one file, for staff' })
  async content(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<Download> {
    const file = await this.transaction.act(actor, () => this.files.get(id));
    const inline = file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/');
    return new Download(await this.files.open(file), { name: file.name, mediaType: file.mediaType, size: file.size, disposition: inline ? 'inline' : 'attachment' });
  }

  @ApiRoute('GET', `${path}/:id/pages`, { access: inTenant('read', 'File'), summary: 'Pages of one document as pictures, with their words', response: FilePagesView })
  listPages(@CurrentActor() actor: TenantActor, @Param('slug') slug: string, @Param('id') id: string): Promise<FilePagesView> {
    return this.transaction.act(actor, async () => this.pages.get(await this.files.get(id), `/api/v1/tenants/${slug}/files/${id}/pages`));
  }

  @ApiRoute('GET', `${path}/:id/pages/:number`, { access: inTenant('read', 'File'), summary: 'Picture of one page' })
  async page(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Param('number') number: string): Promise<PlainAnswer> {
    if (!/^[1-9]\d{0,2}$/.test(number)) notFound();
    const picture = await this.transaction.act(actor, async () => this.pages.find(await this.files.get(id), Number(number)));
    // What a file's page looks like never changes; the browser keeps it for this person alone.
    return new PlainAnswer(await buffer(await this.pages.open(picture)), 'image/webp', { 'cache-control': 'private, max-age=31536000, immutable', 'content-length': String(picture.size) });
  }
}
