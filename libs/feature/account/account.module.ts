import { Module } from '@nestjs/common';
import { PeopleModule } from '@prongsai/domain/people';
import { NoticesController } from './notices.controller';
import { PasswordController } from './password.controller';
import { SessionController } from './session.controller';

@Module({ imports: [PeopleModule], controllers: [SessionController, PasswordController, NoticesController] })
export class AccountModule {}
