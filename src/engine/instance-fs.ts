import { MemoryFS } from '@electric-sql/pglite';
import type { ArchivedFile } from './file-archive.ts';
import { moduleOf } from './postgres-module.ts';

type InitParameters = Parameters<MemoryFS['init']>;

/**
 * PGlite's file system in memory, which is also the one way into an instance while it starts: this one brings a data
 * directory, whose bytes become its own, and counts the libraries that the server loads.
 */
export class InstanceFs extends MemoryFS {
  readonly #files: readonly ArchivedFile[];
  #librariesLoaded = 0;

  constructor(files: readonly ArchivedFile[]) {
    super();
    this.#files = files;
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
    for (const { path, contents } of this.#files) {
      if (contents === null) FS.mkdir(path);
      else FS.writeFile(path, contents, { canOwn: true });
    }
  }
}
