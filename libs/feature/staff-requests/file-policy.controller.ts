import { Controller, Inject } from '@nestjs/common';
import { FilePolicyView } from '@prongsai/kernel/contracts';
import { anyone } from '@prongsai/platform/access';
import { ApiRoute } from '@prongsai/platform/http';
import { allowedTypes, filePolicy, maxFileBytes, VIRUS_SCANNER, type VirusScanner } from '@prongsai/domain/files';

/** What is done with each class of file, as the code itself uses it. */
@Controller()
export class FilePolicyController {
  constructor(@Inject(VIRUS_SCANNER) private readonly scanner: VirusScanner | null) {}

  @ApiRoute('GET', '/policies/files', { access: anyone, summary: 'What is done with each class of file', response: FilePolicyView })
  show(): FilePolicyView {
    return { maxBytes: maxFileBytes, scanned: this.scanner !== null, endings: [...Object.keys(allowedTypes), 'jpeg'], items: [...filePolicy] };
  }
}
