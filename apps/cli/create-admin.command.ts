import { randomInt } from 'node:crypto';
import { GiveNetworkRole, hashPassword } from '@prongsai/domain/people';
import { getNetwork, inRooms } from './command-rooms';
import type { Command } from './command';

/** Without letters and digits that look alike: it is read off a screen once. */
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const passwordLength = 20;

/** `admin create`: the first person of an installation, who then opens units in the console. */
export const createAdmin: Command = (settings, options, say) => {
  const email = (options['email'] ?? '').toLowerCase();
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) throw new Error(`--email: “${email}” is no address`);
  return inRooms(settings, async (rooms) => {
    const { transaction } = rooms;
    const network = await getNetwork(rooms, options['network'] ?? '');
    const known: unknown[] = await transaction.act({}, () => transaction.manager.query('select 1 from app.sign_in_account($1)', [email]));
    const password = Array.from({ length: passwordLength }, () => letters[randomInt(letters.length)]).join('');
    await rooms.get(GiveNetworkRole).run(network.id, 'network_admin', { email, name: options['name'] ?? '', passwordHash: await hashPassword(password) });
    say(`${email} is network administrator of ${network.name}`);
    say(known.length > 0 ? 'the account was there already and keeps its name and password' : `password, shown only now: ${password}`);
    return 0;
  });
};
