import type { ReactNode } from 'react';
import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import type { Moment } from '#content/labs/lab-kind.ts';
import { PoolPicture } from '#features/pool/pool-picture.tsx';
import { PoolTables } from '#features/pool/pool-tables.tsx';

/** Each lab's own picture of a moment, or the tables that say the same, by its kind. */
export function drawPicture(kind: string, { frame }: Moment, as: 'picture' | 'table'): ReactNode {
  switch (kind) {
    case 'pool': {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lab of this kind has made it
      const pool = frame as PoolFrame;
      return as === 'table' ? <PoolTables frame={pool} /> : <PoolPicture frame={pool} />;
    }
    default:
      throw new Error(`There is no picture of the lab ${kind}.`);
  }
}
