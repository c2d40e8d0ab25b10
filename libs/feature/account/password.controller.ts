import { Body, Controller } from '@nestjs/common';
import type { z } from 'zod';
import { ForgotBody, SetPasswordBody } from '@prongsai/kernel/contracts';
import { anyone } from '@prongsai/platform/access';
import { ApiRoute } from '@prongsai/platform/http';
import { AskAccountLink, SetPassword } from '@prongsai/domain/people';

/** Getting in for the first time, or again. */
@Controller()
export class PasswordController {
  constructor(
    private readonly askLink: AskAccountLink,
    private readonly setPassword: SetPassword,
  ) {}

  @ApiRoute('POST', '/session/forgotten-password', { access: anyone, summary: 'Mail a link for a new password; answers the same for any address', body: ForgotBody, status: 202 })
  async forgotten(@Body() body: z.infer<typeof ForgotBody>): Promise<object> {
    await this.askLink.forgotten(body.email);
    return { detail: 'ถ้าอีเมลนี้อยู่ในระบบ ลิงก์ตั้งรหัสผ่านใหม่จะไปถึงในไม่กี่นาที' };
  }

  @ApiRoute('POST', '/session/password', { access: anyone, summary: 'Set a password by the link that was mailed', body: SetPasswordBody, status: 204 })
  async set(@Body() body: SetPasswordBody): Promise<void> {
    await this.setPassword.run(body.secret, body.password);
  }
}
