import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Chunk, DirectoryState } from '#core/engine/directory-state.ts';
import type { Shelf, ShelfContents, ShelfReading } from '#state/services.ts';
import { chunksOf } from './state-manifest.ts';
import { chunk, contents, damage, openShelf, state, stored, writeAndWait } from './test-vault.ts';

/** What a lesson's owner does, and what befalls the storage while nobody looks. */
type Step =
  /** States by the numbers of their chunks; a null repeats a state that was written or read before. */
  | { readonly kind: 'write'; readonly states: readonly (readonly number[] | null)[]; readonly inOneGo: boolean }
  | { readonly kind: 'open-again' }
  | { readonly kind: 'damage'; readonly store: 'states' | 'chunks'; readonly at: number; readonly isGone: boolean };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('write' as const),
      states: fc.array(fc.option(fc.array(fc.nat(11), { maxLength: 5 })), { maxLength: 3 }),
      inOneGo: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('open-again' as const) }),
    fc.record({
      kind: fc.constant('damage' as const),
      store: fc.constantFrom('states' as const, 'chunks' as const),
      at: fc.nat(),
      isGone: fc.boolean(),
    }),
  ),
  { maxLength: 14 },
);

/** The lesson as it should be: the last two writes, and what of them can still be read. */
class Lesson {
  shelf: Shelf | null = null;
  /** As they are stored, the newest first. */
  writes: readonly [ShelfContents | null, ShelfContents | null] = [null, null];
  /** What the shelf was last found to hold, or given. */
  seen: ShelfContents | null = null;
  /** What the shelf has said and stored, and what it should have. */
  readonly found: unknown[] = [];
  readonly due: unknown[] = [];
  /** The states that damage has hit. */
  readonly broken = new Set<DirectoryState>();
  /** Equal bytes are the same object, until the shelf gives another for them. */
  chunks: readonly Chunk[] = Array.from({ length: 12 }, (_, index) => chunk(index));
  #writes = 0;

  async run(step: Step): Promise<void> {
    if (step.kind === 'damage') await this.#damage(step);
    else if (step.kind === 'open-again') await this.#openAgain();
    else await this.#write(step);
  }

  async #write({ states, inOneGo }: Extract<Step, { kind: 'write' }>): Promise<void> {
    const shelf = this.shelf ?? (await this.#openAgain());
    const known = Object.values(this.seen?.states ?? {});
    const next = states.map((numbers, index): DirectoryState => {
      const again = known[index % (known.length || 1)];
      return numbers === null && again !== undefined
        ? again
        : state((numbers ?? []).map((number) => this.chunks[number] ?? null));
    });
    const written = contents(Object.fromEntries(next.map((each, index) => [`s${index}`, each])), this.#writes++);
    if (inOneGo) {
      this.seen = contents({ passing: state(this.chunks.slice(10)) });
      shelf.write(this.seen);
    }
    this.found.push(await writeAndWait(shelf, written));
    this.due.push({ kind: 'saved' });
    this.writes = [written, this.seen];
    this.seen = written;
    await this.#lookForLitter();
  }

  async #openAgain(): Promise<Shelf> {
    await this.shelf?.close();
    this.shelf = await openShelf();
    const reading = await this.shelf.read();
    this.found.push(reading);
    this.due.push(this.#readable());
    if (reading.condition === 'unreadable') this.writes = [null, null];
    this.seen = reading.contents;
    const read = Object.values(reading.contents?.states ?? {}).flatMap((each) => [...chunksOf(each)]);
    this.chunks = this.chunks.map((bytes) => read.find((each) => each[0] === bytes[0]) ?? bytes.slice());
    return this.shelf;
  }

  #readable(): ShelfReading {
    const [newest] = this.writes;
    if (newest === null) return { condition: 'sound', contents: null };
    const written = this.writes.filter((each) => each !== null);
    const soundOf = ({ states }: ShelfContents) => Object.entries(states).filter(([, each]) => !this.broken.has(each));
    const whole = written.find((each) => soundOf(each).length === Object.keys(each.states).length);
    if (whole !== undefined) return { condition: whole === newest ? 'sound' : 'fell-back', contents: whole };
    const rest = written.find((each) => soundOf(each).length > 0);
    if (rest === undefined) return { condition: 'unreadable', contents: null };
    return { condition: 'fell-back', contents: { states: Object.fromEntries(soundOf(rest)), note: rest.note } };
  }

  /** Hits storage that no tab has open: an open one would go on from what it knows. */
  async #damage({ store, at, isGone }: Extract<Step, { kind: 'damage' }>): Promise<void> {
    await this.shelf?.close();
    this.shelf = null;
    const [record] = await stored('lessons');
    const records = (await stored(store)).filter(({ place }) => place === record?.['place']);
    const hit = records[at % (records.length || 1)];
    if (record === undefined || hit === undefined) return;
    for (const [written, generation] of [
      [this.writes[0], record['current']],
      [this.writes[1], record['previous']],
    ] as const) {
      const ids = (generation as { states: Record<string, number> } | null)?.states ?? {};
      for (const [name, each] of Object.entries(written?.states ?? {})) {
        const isHit = store === 'states' ? ids[name] === hit['state'] : holds(each, (hit['bytes'] as Chunk)[1] ?? 0);
        if (isHit) this.broken.add(each);
      }
    }
    // The second byte tells the chunk; what is spoilt is the first.
    await damage(store, hit, (each) => (isGone ? undefined : spoil(each)));
  }

  async #lookForLitter(): Promise<void> {
    const [record] = await stored('lessons');
    const mine = (await stored('chunks')).filter(({ place }) => place === record?.['place']);
    const needed = this.writes.flatMap((written) => Object.values(written?.states ?? {}));
    const bytes = new Set(needed.flatMap((each) => Array.from(chunksOf(each), ([first]) => first)));
    this.found.push(new Set(mine.map((each) => (each['bytes'] as Chunk)[1])));
    this.due.push(bytes);
  }
}

/** Damage that more damage does not mend. */
function spoil(record: Record<string, unknown>): Record<string, unknown> {
  return { ...record, bytes: (record['bytes'] as Uint8Array).slice().fill(255, 0, 1) };
}

function holds(held: DirectoryState, byte: number): boolean {
  return [...chunksOf(held)].some(([first]) => first === byte);
}

it('always gives the last write that is whole, or what is left of one, and keeps nothing that no write needs', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      globalThis.indexedDB = new IDBFactory();
      const lesson = new Lesson();
      for (const step of [...taken, { kind: 'open-again' } as const]) await lesson.run(step);
      expect(lesson.found).toEqual(lesson.due);
    }),
    { numRuns: 100 },
  );
});
