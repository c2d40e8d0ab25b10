import { CreateRoles20261120000100 } from './20261120000100-create-roles';
import { CreateNetworksTenantsPeople20261120000200 } from './20261120000200-create-networks-tenants-people';
import { CreateAuditNoticesMail20261120000300 } from './20261120000300-create-audit-notices-mail';
import { CreateTaxonomyFilesRequests20261120000400 } from './20261120000400-create-taxonomy-files-requests';
import { CreateComplianceReporting20261120000500 } from './20261120000500-create-compliance-reporting';
import { OpenTheOutbox20261120000600 } from './20261120000600-open-the-outbox';
import { CreateAccountLinks20261120000700 } from './20261120000700-create-account-links';
import { FindPublicationsShowPeople20261124000100 } from './20261124000100-find-publications-show-people';
import { TellWhatChanges20261124000200 } from './20261124000200-tell-what-changes';
import { TellTheProvinceWhy20261124000400 } from './20261124000400-tell-the-province-why';
import { KeepComplianceSummary20261124000500 } from './20261124000500-keep-compliance-summary';
import { CreateHours20261124000700 } from './20261124000700-create-hours';
import { CreatePageImages20261124000800 } from './20261124000800-create-page-images';
import { TellOfPeopleHoursCompliance20261124000900 } from './20261124000900-tell-of-people-hours-compliance';
import { ScanFiles20261124001000 } from './20261124001000-scan-files';
import { AllowVerbalApproval20261124001100 } from './20261124001100-allow-verbal-approval';
import { RecordRequestsKeepTemplates20261124001110 } from './20261124001110-record-requests-keep-templates';
import { DelegateRoles20261124001120 } from './20261124001120-delegate-roles';
import { CreatePapers20261124001200 } from './20261124001200-create-papers';
import { KeepVersions20261124001300 } from './20261124001300-keep-versions';
import { CheckPersonalData20261124001400 } from './20261124001400-check-personal-data';
import { DeliverMail20261124001500 } from './20261124001500-deliver-mail';

/** Every migration, oldest first. */
export const migrations = [
  CreateRoles20261120000100,
  CreateNetworksTenantsPeople20261120000200,
  CreateAuditNoticesMail20261120000300,
  CreateTaxonomyFilesRequests20261120000400,
  CreateComplianceReporting20261120000500,
  OpenTheOutbox20261120000600,
  CreateAccountLinks20261120000700,
  FindPublicationsShowPeople20261124000100,
  TellWhatChanges20261124000200,
  TellTheProvinceWhy20261124000400,
  KeepComplianceSummary20261124000500,
  CreateHours20261124000700,
  CreatePageImages20261124000800,
  TellOfPeopleHoursCompliance20261124000900,
  ScanFiles20261124001000,
  AllowVerbalApproval20261124001100,
  RecordRequestsKeepTemplates20261124001110,
  DelegateRoles20261124001120,
  CreatePapers20261124001200,
  KeepVersions20261124001300,
  CheckPersonalData20261124001400,
  DeliverMail20261124001500,
];
