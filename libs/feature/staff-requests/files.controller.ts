import { Controller, Param, Req } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FileView } from '@prongsai/kernel/contracts';
import { Refusal } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, Download } from '@prongsai/platform/http';
import { FileReader, maxFileBytes, ReceiveFile } from '@prongsai/domain/files';

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
}
