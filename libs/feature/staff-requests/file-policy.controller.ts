import { Controller } from '@nestjs/common';
import { anyone } from '@prongsai/platform/access';
import { ApiRoute } from '@prongsai/platform/http';
import { filePolicy, maxFileBytes } from '@prongsai/domain/files';

/** What is done with each class of file, as the code itself uses it. */
@Controller()
export class FilePolicyController {
  @ApiRoute('GET', '/policies/files', { access: anyone, summary: 'What is done with each class of file' })
  show(): object {
    return { maxBytes: maxFileBytes, items: filePolicy };
  }
}
