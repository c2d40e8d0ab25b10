import { JudgeCompliance } from '@prongsai/domain/compliance';
import { inRooms, listUnits } from './command-rooms';
import type { Command } from './command';

/** `compliance rebuild`: judges units from the facts alone and says what differed from what was kept. */
export const rebuildCompliance: Command = (settings, options, say) => {
  const given = options['fiscal-year'];
  const fiscalYear = given === undefined ? undefined : Number(given);
  if (fiscalYear !== undefined && !(Number.isInteger(fiscalYear) && fiscalYear >= 2500 && fiscalYear <= 2700)) throw new Error('--fiscal-year: a year of the Buddhist era, for example 2570');
  return inRooms(settings, async (rooms) => {
    const { transaction } = rooms;
    const units = await listUnits(rooms, options['tenant']);
    let changed = 0;
    for (const unit of units) {
      const scope = { tenantId: unit.id, reach: 'unit' as const };
      const kept = () => transaction.act(scope, (): Promise<Array<{ key: string; status: string }>> =>
        transaction.manager.query(`select fiscal_year || ' ' || code as key, status from requirement_status where tenant_id = $1`, [unit.id]));
      const before = new Map((await kept()).map((row) => [row.key, row.status]));
      await rooms.get(JudgeCompliance).run(scope, fiscalYear === undefined ? {} : { fiscalYear });
      for (const { key, status } of await kept()) {
        if (before.get(key) === status) continue;
        changed += 1;
        say(`${unit.slug}: ${key} was ${before.get(key) ?? 'not kept'}, is ${status}`);
      }
    }
    say(`${units.length} units judged, ${changed} statuses changed`);
    return 0;
  });
};
