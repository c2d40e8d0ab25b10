import { fiscalYearOf } from '@prongsai/kernel/thai';
import { MakeRounds } from '@prongsai/domain/reporting';
import { OpenNetwork } from '@prongsai/domain/tenant';
import { inRooms } from './command-rooms';
import type { Command } from './command';

/** `network open`: a province, so that its administrator can be made and units be opened. */
export const openNetwork: Command = (settings, options, say) => {
  const slug = options['slug'] ?? '';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug)) throw new Error('--slug: letters a-z, digits and hyphens, beginning with a letter');
  return inRooms(settings, async (rooms) => {
    const network = await rooms.get(OpenNetwork).run({
      slug, nameTh: options['name'] ?? '', nameEn: options['name-en'] ?? '', provinceTh: (options['province'] ?? '').replace(/^จังหวัด/, ''),
    });
    const fiscalYear = fiscalYearOf(rooms.clock.now());
    const made = await rooms.get(MakeRounds).run({ networkId: network.id }, fiscalYear);
    say(`network ${network.slug}: ${network.nameTh}, ${made > 0 ? `${made} rounds made for fiscal year ${fiscalYear}` : 'nothing to do'}`);
    return 0;
  });
};
