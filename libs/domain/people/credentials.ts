import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import type { CredentialCheck, SignInOutcome } from '@prongsai/platform/auth';
import { TenantTransaction } from '@prongsai/platform/db';

/** argon2id, 19 MiB, two passes: about 65 ms a hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const windowMinutes = 15;
const triesPerAccount = 10;
const triesPerAddress = 100;

/** The argon2id hash of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Checks e-mail and password, counts failures only, and answers the same whether the address is known or not. */
@Injectable()
export class PasswordCredentials implements CredentialCheck {
  private decoy: Promise<string> | null = null;

  constructor(private readonly transaction: TenantTransaction) {}

  async check(email: string, password: string, address: string): Promise<SignInOutcome> {
    const wanted = email.trim().toLowerCase();
    const { account, failures } = await this.transaction.act({}, async () => {
      const [found] = await this.transaction.manager.query('select * from app.sign_in_account($1)', [wanted]);
      const [counted] = await this.transaction.manager.query(
        `select count(*) filter (where email = $1)::int as mine, count(*) filter (where address = $2)::int as there,
                extract(epoch from min(failed_at) + make_interval(mins => $3) - clock_timestamp())::int as wait
         from sign_in_failure where (email = $1 or address = $2) and failed_at > clock_timestamp() - make_interval(mins => $3)`,
        [wanted, address, windowMinutes],
      );
      return { account: found as { id: string; password_hash: string | null; suspended: boolean } | undefined, failures: counted };
    });
    if (failures.mine >= triesPerAccount || failures.there >= triesPerAddress) {
      return { locked: true, retryAfterSeconds: Math.max(1, Number(failures.wait)) };
    }
    // An unknown address costs the same time as a wrong password.
    this.decoy ??= hashPassword('decoy');
    const right = await verify(account?.password_hash ?? (await this.decoy), password);
    if (account?.password_hash && right && !account.suspended) return { accountId: account.id };
    await this.transaction.act({}, async () => {
      await this.transaction.manager.query('insert into sign_in_failure (email, address) values ($1, $2)', [wanted.slice(0, 254), address]);
      await this.transaction.manager.query(`delete from sign_in_failure where failed_at < clock_timestamp() - interval '1 day'`);
    });
    return { refused: true };
  }
}
