/** One statement, and what it does to the rows of the model: amounts by id. */
export interface Write {
  readonly sql: string;
  readonly kind: 'change' | 'begin' | 'commit' | 'rollback' | 'other';
  readonly change: (rows: Map<number, number>) => void;
}

/** Knows what a table holds when the statements that it has heard of are done. Leaves out all but one table. */
export class WriteModel {
  readonly setup =
    'create table account (id int primary key, amount int not null); create index on account (amount); create table journal (at timestamptz, note text)';
  #rows = new Map<number, number>();
  #nextId = 1;
  #state: number;
  committedStatements = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Between 0 and 1. Mulberry32. */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Thirty statements, some of them in a transaction. */
  script(): readonly Write[] {
    const writes: Write[] = [];
    while (writes.length < 30) {
      if (this.random() < 0.2) {
        const ending = this.random() < 0.7 ? 'commit' : 'rollback';
        writes.push(ofKind('begin'), this.#write(), this.#write(), this.#write(), ofKind(ending));
      } else {
        writes.push(this.#write());
      }
    }
    return writes;
  }

  /** Takes what was reported as done; a transaction that was not committed counts for nothing. */
  commit(done: readonly Write[]): void {
    let open: Map<number, number> | null = null;
    for (const write of done) {
      if (write.kind === 'begin') open = new Map(this.#rows);
      if (write.kind === 'commit') this.#rows = open ?? this.#rows;
      if (write.kind === 'commit' || write.kind === 'rollback') open = null;
      if (open === null) this.committedStatements += 1;
      write.change(open ?? this.#rows);
    }
  }

  get digest(): string {
    return [...this.#rows]
      .toSorted(([a], [b]) => a - b)
      .map(([id, amount]) => `${id}=${amount}`)
      .join(',');
  }

  #write(): Write {
    const choice = this.random();
    if (choice < 0.4) return this.#insert(1);
    if (choice < 0.5) return this.#insert(200);
    if (choice < 0.75) return this.#update();
    if (choice < 0.9) return this.#delete();
    return { ...ofKind('other'), sql: "insert into journal values (now(), 'written')" };
  }

  #insert(count: number): Write {
    const first = this.#nextId;
    this.#nextId += count;
    return {
      sql: `insert into account select i, i % 7 from generate_series(${first}, ${first + count - 1}) i`,
      kind: 'change',
      change: (rows) => {
        for (let id = first; id < first + count; id += 1) rows.set(id, id % 7);
      },
    };
  }

  #update(): Write {
    const rest = Math.floor(this.random() * 5);
    return {
      sql: `update account set amount = amount + 1 where id % 5 = ${rest}`,
      kind: 'change',
      change: (rows) => {
        for (const [id, amount] of rows) if (id % 5 === rest) rows.set(id, amount + 1);
      },
    };
  }

  #delete(): Write {
    const rest = Math.floor(this.random() * 9);
    return {
      sql: `delete from account where id % 9 = ${rest}`,
      kind: 'change',
      change: (rows) => {
        for (const id of rows.keys()) if (id % 9 === rest) rows.delete(id);
      },
    };
  }
}

function ofKind(kind: Exclude<Write['kind'], 'change'>): Write {
  return { sql: kind, kind, change: () => undefined };
}
