import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import { AskAccountLink } from './ask-account-link.verb';

export interface NewAccount {
  email: string;
  name: string;
  position?: string | null;
  phone?: string | null;
  /** argon2id text; null for a person who has still to accept the invitation. */
  passwordHash?: string | null;
  isDemo?: boolean;
}

/** Finds or makes the one account of a person, and invites whoever has no password yet. Runs inside the act that needs it. */
@Injectable()
export class MakeAccount {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly askLink: AskAccountLink,
  ) {}

  /** The account's id. An address already known keeps its name and password. */
  async run(person: NewAccount): Promise<string> {
    const { manager } = this.transaction;
    const email = person.email.trim().toLowerCase();
    const [known] = await manager.query('select id, password_hash is null as waiting from app.sign_in_account($1)', [email]);
    if (known) {
      if (known.waiting) await this.askLink.invite(known.id as string);
      return known.id as string;
    }
    const id = newId();
    await manager.query(
      `insert into account (id, email, name, position, phone, password_hash, is_demo, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, email, person.name, person.position ?? null, person.phone ?? null, person.passwordHash ?? null, person.isDemo ?? false, this.clock.now()],
    );
    if (!person.passwordHash) await this.askLink.invite(id);
    return id;
  }
}
