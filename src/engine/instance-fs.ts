import { MemoryFS } from '@electric-sql/pglite';
import type { ImageEntry } from './memory-image.ts';
import { writePages } from './memory-pages.ts';
import { moduleOf } from './postgres-module.ts';

type InitParameters = Parameters<MemoryFS['init']>;

/**
 * PGlite's file system in memory, which is also the one way into an instance while it starts: this one brings the files
 * of an image, and counts the libraries that the server loads.
 */
export class InstanceFs extends MemoryFS {
  readonly #entries: readonly ImageEntry[];
  #librariesLoaded = 0;

  constructor(entries: readonly ImageEntry[]) {
    super();
    this.#entries = entries;
  }

  get librariesLoaded(): number {
    return this.#librariesLoaded;
  }

  /** Called before there is a module: wraps the import through which the server opens a library for the first time. */
  override init(pglite: InitParameters[0], options: InitParameters[1]): ReturnType<MemoryFS['init']> {
    const { instantiateWasm } = options;
    options.instantiateWasm = (imports: WebAssembly.Imports, onInstance: unknown) => {
      const openLibrary = imports.env?.['_dlopen_js'];
      if (imports.env === undefined || typeof openLibrary !== 'function') throw new Error('PGlite loads no libraries');
      imports.env['_dlopen_js'] = (...args: unknown[]): unknown => {
        this.#librariesLoaded += 1;
        return openLibrary(...args);
      };
      return instantiateWasm?.(imports, onInstance) ?? {};
    };
    return super.init(pglite, options);
  }

  /** Called when there is a file system, and before PGlite looks for a data directory in it. */
  override async initialSyncFs(): Promise<void> {
    if (this.pg === undefined) throw new Error('PGlite has not called init');
    const { FS } = moduleOf(this.pg);
    for (const entry of this.#entries) {
      if (entry.kind === 'directory') {
        FS.mkdirTree(entry.path);
      } else {
        const bytes = new Uint8Array(entry.contents.length);
        writePages(entry.contents, bytes);
        FS.writeFile(entry.path, bytes);
      }
    }
  }
}
