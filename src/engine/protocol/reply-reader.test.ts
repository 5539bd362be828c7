import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellText } from '#core/engine/outcome.ts';
import type { Reply } from './reply.ts';
import { ReplyReader } from './reply-reader.ts';
import { noticeLimit, type ReplyRoom } from './reply-room.ts';

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

function read(server: Uint8Array, chunkBytes = server.length, rowLimit = 10, room?: ReplyRoom): Reply | null {
  const reader = new ReplyReader(rowLimit, undefined, room);
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

  it('keeps no row from the first on for which there is no room, and says so', () => {
    const rows = ['a', 'b', 'x'.repeat(200), 'c'].map((cell) => dataRow([cell]));
    const server = bytes(rowDescription(['n', 25, -1]), ...rows, complete('SELECT 4'), ready('I'));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: server.length }), (chunkBytes) => {
        expect(read(server, chunkBytes, 10, { rowBytes: 150, noticeBytes: 100 })).toMatchObject({
          rows: [['a'], ['b']],
          rowCount: 4,
          notices: [{ severity: 'WARNING', message: expect.stringContaining('2 of 4 rows are shown') }],
        });
      }),
    );
  });

  it('does not say so of rows beyond the limit that it was given', () => {
    expect(read(reply, reply.length, 2)?.notices.length).toBe(1);
  });

  it('lets the statements of a run share their room', () => {
    const room = { rowBytes: 60, noticeBytes: 100 };
    const server = bytes(dataRow(['x'.repeat(30)]), complete('SELECT 1'), ready('I'));
    expect(read(server, server.length, 10, room)?.rows.length).toBe(1);
    expect(read(server, server.length, 10, room)?.rows.length).toBe(0);
  });

  it('keeps the first notices, and says how many there were', () => {
    const notices = Array.from({ length: noticeLimit + 500 }, (_, index) => message('N', fields({ M: `${index}` })));
    const heard: string[] = [];
    const reader = new ReplyReader(10, (notice) => heard.push(notice.message));
    reader.read(bytes(...notices, complete('DO'), ready('I')));
    const kept = reader.finish()?.notices.map((notice) => notice.message);
    expect(kept?.slice(-2)).toEqual(['999', '1,000 of 1,500 notices are shown here']);
    expect(heard).toEqual(kept);
  });

  it('cuts a message that nobody would read to its end', () => {
    const long = `${'x'.repeat(65_535)}é${'y'.repeat(99)}`;
    const ending = read(bytes(message('E', fields({ C: 'P0001', M: long })), ready('I')))?.ending;
    const shown = ending?.kind === 'error' ? ending.error.message : '';
    expect(shown.slice(65_530)).toBe('xxxxx… (cut here, of 65636 bytes)');
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
