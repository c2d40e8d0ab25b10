import type { ClinicView, OpeningHoursView } from '@prongsai/kernel/contracts';
import { daysOffOf, type Schedule } from '@prongsai/kernel/thai';
import { callApi, tenantKey, tenantPath, type Page } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { unitScheduleOf } from './draft';

/** The unit's opening hours. */
export function useOpeningHours(slug: string) {
  return useQuery({ queryKey: tenantKey(slug, 'opening-hours'), queryFn: ({ signal }) => callApi<OpeningHoursView>('GET', tenantPath(slug, 'opening-hours'), undefined, signal) });
}

/** The unit's clinics in their order. */
export function useClinics(slug: string) {
  return useQuery({ queryKey: tenantKey(slug, 'clinics'), queryFn: async ({ signal }) => (await callApi<Page<ClinicView>>('GET', tenantPath(slug, 'clinics'), undefined, signal)).items });
}

/** A clinic's schedule: its own changes, and the unit's days off when it keeps them; the same rule as on the site. */
export function clinicScheduleOf(opening: OpeningHoursView, clinic: ClinicView): Schedule {
  const unit = unitScheduleOf(opening);
  return {
    weekly: clinic.weekly, changes: new Map(clinic.days.map(({ day, hours, words }) => [day, { ranges: hours, words }])),
    daysOff: clinic.closesWithUnit ? daysOffOf(unit.daysOff, unit.changes) : new Map(),
  };
}

/** This device's time, a minute old at most, so that "open now" does not stand still. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
