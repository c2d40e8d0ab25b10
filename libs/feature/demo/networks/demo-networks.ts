import type { NetworkStory } from '../story';
import { tellChonburi } from './chonburi';
import { tellPattani } from './pattani';
import { tellPhangnga } from './phangnga';
import { tellPhatthalung } from './phatthalung';
import { tellUbon } from './ubon';

/** The five demo networks; `tell` gives a network's story as of an ISO day in Asia/Bangkok. */
export const demoNetworks: ReadonlyArray<{ slug: string; tell: (asOf: string) => NetworkStory }> = [
  { slug: 'pattani', tell: tellPattani },
  { slug: 'phatthalung', tell: tellPhatthalung },
  { slug: 'phangnga', tell: tellPhangnga },
  { slug: 'ubon', tell: tellUbon },
  { slug: 'chonburi', tell: tellChonburi },
];
