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

/** A new password: length is what counts, so no rules of character kinds. */
export const NewPassword = z
  .string({ message: 'ยังไม่ได้ระบุรหัสผ่าน' })
  .min(12, { message: 'รหัสผ่านสั้นไป ใช้อย่างน้อย 12 ตัวอักษร' })
  .max(200, { message: 'รหัสผ่านยาวเกิน 200 ตัวอักษร' });

export const ForgotBody = z.object({ email: z.string({ message: 'ยังไม่ได้ระบุอีเมล' }).trim().min(3, { message: 'ยังไม่ได้ระบุอีเมล' }).max(254) });
export const SetPasswordBody = z.object({ secret: z.string({ message: 'ลิงก์ไม่ครบ เปิดลิงก์จากอีเมลอีกครั้ง' }).min(20, { message: 'ลิงก์ไม่ครบ เปิดลิงก์จากอีเมลอีกครั้ง' }).max(100), password: NewPassword });
export type SetPasswordBody = z.infer<typeof SetPasswordBody>;
