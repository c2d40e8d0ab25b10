import { z } from 'zod';
import { networkRoles, tenantRoles, tenantStates } from '@prongsai/kernel/workflow';

export const SignIn = z.object({
  email: z.string({ message: 'ยังไม่ได้ระบุอีเมล' }).trim().min(1, { message: 'ยังไม่ได้ระบุอีเมล' }).max(254),
  password: z.string({ message: 'ยังไม่ได้ระบุรหัสผ่าน' }).min(1, { message: 'ยังไม่ได้ระบุรหัสผ่าน' }).max(200),
  otp: z.string().max(10).optional(),
});
export type SignIn = z.infer<typeof SignIn>;

export const SessionView = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string(), position: z.string().nullable() }),
  memberships: z.array(
    z.object({
      tenant: z.object({ slug: z.string(), name: z.string(), shortName: z.string(), state: z.enum(tenantStates), siteUrl: z.string() }),
      roles: z.array(z.enum(tenantRoles)),
    }),
  ),
  networks: z.array(z.object({ slug: z.string(), name: z.string(), roles: z.array(z.enum(networkRoles)) })),
});
export type SessionView = z.infer<typeof SessionView>;
