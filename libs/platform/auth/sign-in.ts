import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@prongsai/kernel/core';
import type { SignInOutcome } from './ports';
import type { Passport } from './sessions';

export const AUTHENTICATOR = Symbol('authenticator');
/** Holds passport once the server is listening; sign-in and sign-out go through it. */
export interface AuthenticatorHolder {
  authenticator: Passport | null;
}

/** Signs in with passport's password strategy and starts a fresh session. Throws BAD_CREDENTIALS or TOO_MANY_TRIES. */
export async function signIn(holder: AuthenticatorHolder, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const { authenticator } = holder;
  if (!authenticator) throw new Refusal('UNAVAILABLE');
  const outcome = await new Promise<{ id: string } | SignInOutcome>((resolve, reject) => {
    const handler = authenticator.authenticate('password', async (_request, _reply, error, user, info) => {
      if (error) reject(error);
      else resolve((user as { id: string } | false | undefined) || (info as SignInOutcome | undefined) || { refused: true });
    });
    Promise.resolve(handler.call(request.server as never, request as never, reply as never)).catch(reject);
  });
  if ('locked' in outcome) {
    throw new Refusal('TOO_MANY_TRIES', {
      detail: `เข้าใช้ผิดหลายครั้ง ลองใหม่ใน ${Math.ceil(outcome.retryAfterSeconds / 60)} นาที หรือติดต่อผู้ดูแลบัญชีของหน่วยงาน`,
      retryAfterSeconds: outcome.retryAfterSeconds,
    });
  }
  if (!('id' in outcome)) throw new Refusal('BAD_CREDENTIALS', { detail: 'อีเมลหรือรหัสผ่านไม่ถูกต้อง ลองใหม่ หรือเลือก “ลืมรหัสผ่าน”' });
  await request.logIn({ id: outcome.id } as never);
  return outcome.id;
}

/** Ends the session of this request, in the database too. */
export async function signOut(request: FastifyRequest): Promise<void> {
  await request.logOut();
  await request.session.destroy();
}
