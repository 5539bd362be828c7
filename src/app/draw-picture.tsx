import type { ReactNode } from 'react';
import type { Moment } from '#content/labs/lab-kind.ts';

/** Each lab's own picture of a moment, by its kind. */
export function drawPicture({ frame }: Moment, as: 'picture' | 'table'): ReactNode {
  return <pre>{as + JSON.stringify(frame)}</pre>;
}
