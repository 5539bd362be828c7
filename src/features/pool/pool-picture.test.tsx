import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LabValues } from '#content/labs/lab-card.ts';
import { exampleValues } from '#content/labs/lab-values.ts';
import { poolCard } from '#content/labs/pool/pool-card.ts';
import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { poolKind } from '#content/labs/pool/pool-kind.ts';
import { PoolPicture } from './pool-picture.tsx';
import { PoolTables } from './pool-tables.tsx';

/** What is read of the picture and of the tables at the moment after an event, or of a fork there. */
function readAfter(kind: string, changes: LabValues, forked: LabValues | null = null): readonly string[] {
  const values = { ...exampleValues(poolCard), ...changes };
  const run = poolKind.simulate(values, 1);
  run.advance(5000);
  const index = run.find([kind], 100, 'forwards') ?? 0;
  const fork = forked === null ? null : run.fork(index, { ...values, ...forked });
  if (fork?.ok === false) throw new Error('The fork is refused.');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lab of this kind has made it
  const frame = (fork === null ? run.moment(index) : fork.value.moment(0)).frame as PoolFrame;
  return [<PoolPicture key="picture" frame={frame} />, <PoolTables key="tables" frame={frame} />].map((element) =>
    renderToStaticMarkup(element)
      .replaceAll(/<title>.*?<\/title>/g, '')
      .replaceAll(/<[^>]*>/g, ' '),
  );
}

describe('the picture of a pool, and its tables', () => {
  it('tell attempts to connect that failed', () => {
    const trouble = { maxConnections: 5, maxOpen: 20, maxIdle: 1, connectMs: 5 };
    const [picture, tables] = readAfter('refused', trouble);
    expect(picture).toContain('could not connect');
    expect(tables).toContain('could not be opened');
    const [quiet, quietTables] = readAfter('releases', {});
    expect(quiet).not.toContain('could not connect');
    expect(quietTables).not.toContain('could not be opened');
  });

  it('tell slow queries from others', () => {
    for (const text of readAfter('waits', { slowFraction: 0.3, slowMs: 2000 })) expect(text).toContain('slow query');
    for (const text of readAfter('waits', { maxOpen: 4 })) expect(text).not.toContain('slow query');
  });

  it('tell where a fork begins', () => {
    const [picture, tables] = readAfter('releases', {}, {});
    expect(picture).toMatch(/\bfork\b/);
    expect(tables).toContain('The fork begins at');
    for (const text of readAfter('releases', {})) expect(text).not.toMatch(/\bfork\b/);
  });

  it("count the pooler's connections to the server", () => {
    for (const text of readAfter('releases', { poolerSize: 7, maxConnections: 0 })) {
      expect(text).toMatch(/Connections \(the pooler’s\)\s+7\b/);
    }
  });

  it('say whose the lanes and the line are where there are several applications', () => {
    const several = { applications: 4, maxOpen: 9 };
    const [picture, tables] = readAfter('releases', several);
    for (const text of [picture, tables]) {
      expect(text).toContain('Connections of the first application');
      expect(text).toContain('Waiting line of the first application');
    }
    expect(picture?.match(/\d of 9/g)).toHaveLength(4);
    expect(tables).toMatch(/open\s+at most/);
    for (const text of readAfter('releases', {})) expect(text).not.toContain('first application');
  });
});
