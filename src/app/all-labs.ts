import { labCards } from '#content/labs/lab-cards.ts';
import { liveLabs } from '#content/labs/live-labs.ts';

/** Every lab that has a page of its own: those on a live database, then the simulated ones. */
export const allLabs = [...liveLabs, ...labCards.values()];
