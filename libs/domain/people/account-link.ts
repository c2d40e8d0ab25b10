import crypto from 'node:crypto';

/** A fresh secret for a link, and the hash under which it is kept. */
export function newLinkSecret(): { secret: string; hash: string } {
  const secret = crypto.randomBytes(32).toString('base64url');
  return { secret, hash: hashLinkSecret(secret) };
}

/** SHA-256 in hexadecimal: the secret has 256 bits of its own, so no slow hash is needed. */
export function hashLinkSecret(secret: string): string {
  return crypto.createHash('sha256').update(secret).digest('hex');
}

/** Days that an invitation holds, and hours that a forgotten password's link holds. */
export const inviteDays = 14;
export const resetHours = 2;
