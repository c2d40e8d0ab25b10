import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { TenantModule } from '@prongsai/domain/tenant';
import { AppointedActors } from './actor-directory';
import { AddMember } from './add-member.verb';
import { AppointMember } from './appoint-member.verb';
import { AskAccountLink } from './ask-account-link.verb';
import { PasswordCredentials } from './credentials';
import { DelegationReader } from './delegation.reader';
import { EndAppointment } from './end-appointment.verb';
import { EndDelegation } from './end-delegation.verb';
import { GiveDelegation } from './give-delegation.verb';
import { GiveNetworkRole } from './give-network-role.verb';
import { ChooseNoticeSettings } from './mail/choose-notice-settings.verb';
import { GatherDigest } from './mail/gather-digest.verb';
import { MailDelivery } from './mail/mail-delivery';
import { MailLogReader } from './mail/mail-log.reader';
import { ReleaseMails } from './mail/release-mails.verb';
import { MakeAccount } from './make-account.verb';
import { MarkNoticesRead } from './mark-notices-read.verb';
import { MemberReader } from './member.reader';
import { Notifier } from './notifier';
import { SetPassword } from './set-password.verb';
import { ShowMember } from './show-member.verb';
import { ShownPeopleReader } from './shown-people.reader';
import { SuspendMember } from './suspend-member.verb';

const rooms = [
  AppointedActors, AddMember, AppointMember, AskAccountLink, ChooseNoticeSettings, PasswordCredentials, DelegationReader, EndAppointment, EndDelegation, GatherDigest, GiveDelegation, GiveNetworkRole, MailDelivery, MailLogReader, MakeAccount, MarkNoticesRead, MemberReader, Notifier, ReleaseMails, SetPassword, ShowMember, ShownPeopleReader, SuspendMember,
];

@Module({ imports: [AuditModule, TenantModule], providers: rooms, exports: rooms })
export class PeopleModule {}
