// oxlint-disable-next-line typescript/triple-slash-reference -- an untyped module takes its types from an ambient file only
/// <reference path="./libpg-query-glue.d.ts" />
import createLibPgQuery, { type LibPgQuery } from 'libpg-query/wasm/libpg-query.js';
import { err, ok, type Result } from '#core/shared/result.ts';
import { utf16OffsetsByByte } from './text-offsets.ts';

/** A token of PostgreSQL's own lexer. `start` and `end` are UTF-16 offsets; a keyword's `text` is in lower case. */
export interface SqlToken {
  readonly kind: 'keyword' | 'comment' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lexer's complaint, an unterminated quote for instance. */
export interface ScanFailure {
  readonly message: string;
}

export interface SqlScanner {
  scan(sql: string): Result<readonly SqlToken[], ScanFailure>;
}

/** What libpg-query prints for a token; offsets are bytes of UTF-8. */
interface ScannedToken {
  readonly start: number;
  readonly end: number;
  readonly tokenName: string;
  readonly keywordKind: number;
}

/**
 * Loads libpg-query, PostgreSQL's lexer and parser as WebAssembly. In Node it finds its file itself; in a browser
 * `wasmUrl` says where it is.
 *
 * The package's own wrapper is passed by: it gives no way to say where the file is, and loses the lexer's messages.
 */
export async function loadSqlScanner(wasmUrl?: string): Promise<SqlScanner> {
  const library = await createLibPgQuery(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  return { scan: (sql) => scan(library, sql) };
}

function scan(library: LibPgQuery, sql: string): Result<readonly SqlToken[], ScanFailure> {
  // The library takes a C string and would silently stop there.
  if (sql.includes('\0')) return err({ message: 'null character not permitted' });
  if (sql === '') return ok([]);
  const answer = callScan(library, sql);
  if (!answer.startsWith('{')) return err({ message: answer });
  // The library repeats the text of tokens, which is not needed, and leaves control characters in it as they are.
  const json = answer.replace(/\p{Cc}/gu, ' ');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library's format, fixed by the pinned version
  const { tokens } = JSON.parse(json) as { tokens: readonly ScannedToken[] };
  const offsets = utf16OffsetsByByte(sql);
  return ok(tokens.map((token) => readToken(sql, token, offsets)));
}

function callScan(library: LibPgQuery, sql: string): string {
  const { _malloc: allocate, _free: free, _wasm_scan: scanPointer, _wasm_free_string: freeString } = library;
  const bytes = library.lengthBytesUTF8(sql) + 1;
  const input = allocate(bytes);
  library.stringToUTF8(sql, input, bytes);
  const output = scanPointer(input);
  const answer = library.UTF8ToString(output);
  freeString(output);
  free(input);
  return answer;
}

function readToken(sql: string, token: ScannedToken, offsets: (byte: number) => number): SqlToken {
  const start = offsets(token.start);
  const end = offsets(token.end);
  const text = sql.slice(start, end);
  if (token.tokenName.endsWith('_COMMENT')) return { kind: 'comment', text, start, end };
  if (token.keywordKind > 0) return { kind: 'keyword', text: text.toLowerCase(), start, end };
  return { kind: 'other', text, start, end };
}
