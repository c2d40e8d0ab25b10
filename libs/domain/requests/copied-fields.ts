import type { TemplateFields } from '@prongsai/kernel/contracts';
import type { PublicationRequest } from './publication-request.entity';

/** What of a request is the same the next time: its words and its place, not its days, people or files. */
export function copiedFields(request: PublicationRequest): TemplateFields {
  const { title, details, categoryCode, subItemCode, sourceName, externalLink, remarks, intakeChannel, credit, workGroupId, requirementCodes } = request;
  return { title, details, categoryCode, subItemCode, sourceName, externalLink, remarks, intakeChannel, credit, workGroupId, requirementCodes };
}
