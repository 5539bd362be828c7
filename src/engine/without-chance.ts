/** Node's module `crypto`, which PGlite asks for all that is random. */
export interface RandomSource {
  randomFillSync: (this: void, bytes: Uint8Array) => unknown;
}

type WasmFunction = (...args: readonly never[]) => unknown;

/** Every base image is made on the day on which PostgreSQL 18 came out. */
const epochMs = Date.UTC(2025, 8, 25);

/** As WASI numbers its clocks: the time of day. The others count from the start. */
const realtimeClock = 0;

/**
 * Runs a task in which every WebAssembly that is instantiated finds the same clock and the same randomness each time, so
 * that PostgreSQL, made to do the same twice, writes the same bytes twice. Node's own clock goes on. What is random is
 * always the same byte, because others in the process may ask for some in between. Two such tasks must not overlap.
 */
export async function withoutChance<T>(source: RandomSource, task: () => Promise<T>): Promise<T> {
  const real = { instantiate: WebAssembly.instantiate, randomFillSync: source.randomFillSync };
  const instantiate: WasmFunction = (binary, imports) => {
    replaceClocks(imports);
    return real.instantiate(binary, imports);
  };
  Object.assign(WebAssembly, { instantiate });
  Object.assign(source, { randomFillSync: (bytes: Uint8Array) => bytes.fill(4) });
  try {
    return await task();
  } finally {
    Object.assign(WebAssembly, { instantiate: real.instantiate });
    Object.assign(source, { randomFillSync: real.randomFillSync });
  }
}

/** Gives a module clocks that start with it, and go on by a microsecond each time they are looked at. */
function replaceClocks({ env, wasi_snapshot_preview1: wasi }: WebAssembly.Imports = {}): void {
  let ticks = 0;
  const sinceStartMs = (): number => (ticks += 1) / 1000;
  const memory = env?.['memory'];
  replaceFunction(env, 'emscripten_date_now', () => epochMs + sinceStartMs());
  replaceFunction(env, 'emscripten_get_now', sinceStartMs);
  replaceFunction(wasi, 'clock_time_get', (clock: number, _precision: bigint, address: number) => {
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('PGlite has its memory in another place');
    const ms = sinceStartMs() + (clock === realtimeClock ? epochMs : 0);
    new DataView(memory.buffer).setBigUint64(address, BigInt(Math.round(ms * 1000)) * 1000n, true);
    return 0;
  });
}

/** Another module of the same process may not ask for it: then it gets none. */
function replaceFunction(imports: WebAssembly.ModuleImports | undefined, name: string, by: WasmFunction): void {
  if (imports !== undefined && name in imports) imports[name] = by;
}
