import { Module } from '@nestjs/common';
import { PeopleModule } from '@prongsai/domain/people';
import { SessionController } from './session.controller';

@Module({ imports: [PeopleModule], controllers: [SessionController] })
export class AccountModule {}
