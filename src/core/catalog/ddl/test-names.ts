import * as fc from 'fast-check';

export type Draw = fc.GeneratorValue;

const plain = ['users', 'orders', 'id', 'name', 'total', 'placed_at', 'user_id', 'note'];
const odd = [
  'order',
  'User',
  'two words',
  'say "hi"',
  "it's",
  '🦊 fox',
  'a.b',
  'ünïcode_ñame',
  '1st',
  'select',
  'a$b',
  'x'.repeat(63),
  'ä'.repeat(31),
];

export function pick<Thing>(draw: Draw, things: readonly Thing[]): Thing {
  const thing = things[draw(fc.nat, { max: things.length - 1 })];
  if (thing === undefined) throw new Error('nothing to pick');
  return thing;
}

/** Names that no two things of a schema share; most are plain. */
export class TestNames {
  readonly #draw: Draw;
  #count = 0;

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  table(): string {
    return this.#next('t');
  }

  type(): string {
    return this.#next('k');
  }

  column(): string {
    return this.#next('c');
  }

  /** For what PostgreSQL would name itself: its own choice, or another. */
  own(given: string | null): string {
    return given !== null && this.#draw(fc.integer, { min: 0, max: 2 }) > 0 ? given : this.#next('n');
  }

  comment(): string | null {
    return pick(this.#draw, [null, null, 'plain', 'it\'s "quoted" \\ and 🦊\nin two lines']);
  }

  #next(prefix: string): string {
    this.#count += 1;
    const isOdd = this.#draw(fc.integer, { min: 0, max: 4 }) === 0;
    const name = pick(this.#draw, isOdd ? odd : plain);
    // A name that is as long as can be must be told apart at its beginning.
    return name.length > 20
      ? `${prefix}${this.#count}${name}`.slice(0, name.length - 8)
      : `${name}${prefix}${this.#count}`;
  }
}
