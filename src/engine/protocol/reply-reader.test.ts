import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellText } from '#core/engine/outcome.ts';
import type { Reply } from './reply.ts';
import { ReplyReader } from './reply-reader.ts';

/** The messages of the protocol as a server writes them (documentation, section 54.7). */
function message(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = bytes(...parts);
  return bytes(text(type), int32(body.length + 4), body);
}

function rowDescription(...columns: readonly (readonly [name: string, typeOid: number, modifier: number])[]) {
  const fields = columns.flatMap(([name, typeOid, modifier]) => [
    zeroEnded(name),
    int32(0),
    int16(0),
    int32(typeOid),
    int16(-1),
    int32(modifier),
    int16(0),
  ]);
  return message('T', int16(columns.length), ...fields);
}

function dataRow(cells: readonly CellText[]): Uint8Array {
  const fields = cells.flatMap((cell) => (cell === null ? [int32(-1)] : [int32(text(cell).length), text(cell)]));
  return message('D', int16(cells.length), ...fields);
}

const fields = (codes: Readonly<Record<string, string>>) =>
  bytes(...Object.entries(codes).map(([code, value]) => zeroEnded(code + value)), new Uint8Array(1));

const complete = (tag: string) => message('C', zeroEnded(tag));
const ready = (status: 'I' | 'T' | 'E') => message('Z', text(status));

function read(server: Uint8Array, chunkBytes = server.length, rowLimit = 10): Reply | null {
  const reader = new ReplyReader(rowLimit);
  for (let at = 0; at < server.length; at += chunkBytes) {
    // The server's own buffer is reused: what the reader keeps must be its own.
    const chunk = server.slice(at, at + chunkBytes);
    reader.read(chunk);
    chunk.fill(0xff);
  }
  return reader.finish();
}

describe('ReplyReader', () => {
  const reply = bytes(
    message('N', fields({ S: 'HINWEIS', V: 'NOTICE', C: '00000', M: 'so so', D: 'more' })),
    rowDescription(['n', 23, -1], ['n', 1043, 44]),
    dataRow(['1', 'é😀']),
    dataRow([null, '']),
    dataRow(['3', 'x']),
    complete('SELECT 3'),
    ready('T'),
  );

  const expected: Reply = {
    fields: [
      { name: 'n', typeOid: 23, typeModifier: -1 },
      { name: 'n', typeOid: 1043, typeModifier: 44 },
    ],
    rows: [
      ['1', 'é😀'],
      [null, ''],
    ],
    rowCount: 3,
    notices: [{ severity: 'NOTICE', sqlState: '00000', message: 'so so', detail: 'more' }],
    ending: { kind: 'complete', commandTag: 'SELECT 3' },
    transaction: 'open',
  };

  it('keeps the first rows and counts them all, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: reply.length }), (chunkBytes) => {
        expect(read(reply, chunkBytes, 2)).toEqual(expected);
      }),
    );
  });

  it('reads an error with what it names', () => {
    const error = { C: '23505', M: 'duplicate', P: '7', s: 'public', t: 'users', n: 'users_pkey', F: 'nbtinsert.c' };
    expect(read(bytes(message('E', fields(error)), ready('E')))).toMatchObject({
      ending: {
        kind: 'error',
        error: {
          sqlState: '23505',
          message: 'duplicate',
          codePointPosition: 7,
          schema: 'public',
          table: 'users',
          constraint: 'users_pkey',
        },
      },
      transaction: 'failed',
    });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no end of the statement', bytes(dataRow(['1']), ready('I'))],
    ['no readiness', complete('SELECT 0')],
    ['half a message', bytes(complete('SELECT 0'), ready('I').slice(0, -1))],
  ])('takes %s for silence', (_, server) => {
    expect(read(server)).toBeNull();
  });
});

function bytes(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function zeroEnded(value: string): Uint8Array {
  return text(`${value}\0`);
}

function int16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value);
}

function int32(value: number): Uint8Array {
  return Uint8Array.of(value >> 24, value >> 16, value >> 8, value);
}
