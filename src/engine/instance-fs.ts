import { MemoryFS, PGlite } from '@electric-sql/pglite';
import type { ArchivedFile } from './file-archive.ts';
import { memoryPages } from './limits.ts';
import { FileTracker } from './mirror/file-tracker.ts';
import { moduleOf } from './postgres-module.ts';

type InitParameters = Parameters<MemoryFS['init']>;
type OnInstance = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** Smaller pieces of free memory are left as they are: there is little in them. */
const leastPieceBytes = 64 * 1024;

/**
 * PGlite's file system in memory, which is also the one way into an instance while it starts: this one brings a data
 * directory, whose bytes become its own, caps the memory, counts the libraries that the server loads, knows how much memory
 * it uses, and what becomes of its files. An instance can be started before its files are there: it waits for them.
 */
export class InstanceFs extends MemoryFS {
  readonly #files: Promise<readonly ArchivedFile[]>;
  #tracker: FileTracker | null = null;
  #librariesLoaded = 0;
  /** Where the C library keeps the end of its heap. */
  #breakPointer = 0;
  #mayGrow = true;

  constructor(files: Promise<readonly ArchivedFile[]>) {
    super();
    this.#files = files;
  }

  get librariesLoaded(): number {
    return this.#librariesLoaded;
  }

  get tracker(): FileTracker {
    if (this.#tracker === null) throw new Error('PGlite has not asked for the files');
    return this.#tracker;
  }

  /** How many bytes of memory have ever been handed out; those after them are zero. */
  get usedBytes(): number {
    if (this.pg === undefined) throw new Error('PGlite has not called init');
    const memory = moduleOf(this.pg).HEAPU8;
    return new DataView(memory.buffer).getUint32(this.#breakPointer, true);
  }

  /** Called before there is a module: the function that makes one is wrapped. */
  override init(pglite: InitParameters[0], options: InitParameters[1]): ReturnType<MemoryFS['init']> {
    const { instantiateWasm } = options;
    if (instantiateWasm === undefined) throw new Error('PGlite instantiates its WebAssembly in another way');
    // Every error would be written to the server's log, which goes nowhere, and collected byte by byte on its way there.
    options['stderr'] = () => undefined;
    options['wasmMemory'] = new WebAssembly.Memory(memoryPages);
    options.instantiateWasm = (imports: WebAssembly.Imports, onInstance: OnInstance) =>
      instantiateWasm(this.#watched(imports), (instance: WebAssembly.Instance, module: WebAssembly.Module) => {
        this.#breakPointer = Number(exportedFunction(instance, 'emscripten_get_sbrk_ptr')());
        onInstance(instance, module);
      });
    return super.init(pglite, options);
  }

  /** Called when there is a file system, and before PGlite looks for a data directory in it. */
  override async initialSyncFs(): Promise<void> {
    if (this.pg === undefined) throw new Error('PGlite has not called init');
    const module = moduleOf(this.pg);
    for (const { path, contents } of await this.#files) {
      if (contents === null) module.FS.mkdir(path);
      else module.FS.writeFile(path, contents, { canOwn: true });
    }
    this.#tracker = new FileTracker(module, PGlite.paths.PGDATA);
  }

  /**
   * Zeroes what the C library has free. It never gives memory back, so that the megabytes of one large query would be
   * copied into every image taken afterwards.
   */
  clearFreeMemory(): void {
    if (this.pg === undefined) throw new Error('PGlite has not called init');
    const { HEAPU8, _malloc: allocate, _free: free } = moduleOf(this.pg);
    const pieces: number[] = [];
    this.#mayGrow = false;
    for (let size = HEAPU8.length / 2; size >= leastPieceBytes; size /= 2) {
      for (let at = allocate(size); at !== 0; at = allocate(size)) {
        HEAPU8.fill(0, at, at + size);
        pieces.push(at);
      }
    }
    pieces.forEach((at) => free(at));
    this.#mayGrow = true;
  }

  /** The server opens a library that it has not opened yet through one import, and asks for memory through another. */
  #watched(imports: WebAssembly.Imports): WebAssembly.Imports {
    const { env } = imports;
    const openLibrary = env?.['_dlopen_js'];
    const grow = env?.['emscripten_resize_heap'];
    if (env === undefined || typeof openLibrary !== 'function' || typeof grow !== 'function')
      throw new Error('PGlite loads libraries or grows its memory in another way');
    env['_dlopen_js'] = (...args: unknown[]): unknown => {
      this.#librariesLoaded += 1;
      return openLibrary(...args);
    };
    env['emscripten_resize_heap'] = (size: unknown): unknown => (this.#mayGrow ? grow(size) : 0);
    return imports;
  }
}

function exportedFunction({ exports }: WebAssembly.Instance, name: string): () => unknown {
  const value = exports[name];
  if (typeof value !== 'function') throw new Error(`PGlite's WebAssembly exports no ${name}`);
  return () => value();
}
