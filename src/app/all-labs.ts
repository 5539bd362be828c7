import { labCards, pageOf } from '#content/labs/lab-cards.ts';
import { liveLabs } from '#content/labs/live-labs.ts';

/** Every lab, as the address of its own page calls it: those on a live database, then the simulated ones. */
export const allLabs = [
  ...liveLabs,
  ...[...labCards.values()].map(({ title, summary, ...card }) => ({ kind: pageOf(card), title, summary })),
];
