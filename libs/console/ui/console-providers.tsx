import { HeadlessMantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './language';

/**
 * What every screen stands on. Mantine runs headless: its behaviour and roles, our own static style sheet. Its
 * ordinary provider writes style elements at run time, which the page's policy (style-src 'self') forbids.
 * Another language of labels draws everything anew.
 */
export function ConsoleProviders({ client, children }: { client: QueryClient; children: ReactNode }) {
  return <QueryClientProvider client={client}><HeadlessMantineProvider><Fragment key={useLanguage()}>{children}</Fragment></HeadlessMantineProvider></QueryClientProvider>;
}
