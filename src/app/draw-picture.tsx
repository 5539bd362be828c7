import type { ReactNode } from 'react';
import type { NormalizationFrame } from '#content/labs/normalization/normalization-frame.ts';
import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import type { Moment } from '#content/labs/lab-kind.ts';
import { PoolPicture } from '#features/pool/pool-picture.tsx';
import { PoolTables } from '#features/pool/pool-tables.tsx';
import { SchemeOnPaper } from './scheme-on-paper.tsx';

/** Each lab's own picture of a moment, or the tables that say the same, by its kind. */
export function drawPicture(kind: string, { frame }: Moment, as: 'picture' | 'table'): ReactNode {
  switch (kind) {
    case 'pool': {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lab of this kind has made it
      const pool = frame as PoolFrame;
      return as === 'table' ? <PoolTables frame={pool} /> : <PoolPicture frame={pool} />;
    }
    case 'normalization': {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lab of this kind has made it
      const paper = frame as NormalizationFrame;
      return <SchemeOnPaper frame={paper} as={as} />;
    }
    default:
      throw new Error(`There is no picture of the lab ${kind}.`);
  }
}
