/** The Emscripten glue of libpg-query, as far as we use it; the package types only its own wrapper. */
declare module 'libpg-query/wasm/libpg-query.js' {
  interface LibPgQuery {
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, maxBytes: number): void;
    UTF8ToString(pointer: number): string;
    readonly _malloc: (bytes: number) => number;
    readonly _free: (pointer: number) => void;
    readonly _wasm_scan: (sql: number) => number;
    readonly _wasm_free_string: (pointer: number) => void;
  }

  export default function createLibPgQuery(options?: { locateFile?: (file: string) => string }): Promise<LibPgQuery>;
}
