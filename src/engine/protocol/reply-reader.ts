import type { CellText, Notice, TransactionStatus } from '#core/engine/outcome.ts';
import { readError, readLastWords, readNotice } from './error-fields.ts';
import { leftOutNotices } from './left-out-notices.ts';
import type { Ending, FieldDescription, Reply } from './reply.ts';
import { newReplyRoom, noticeLimit, valueBytes, type ReplyRoom } from './reply-room.ts';

const headerBytes = 5;

/** The message types of the frontend/backend protocol that a simple query is answered with; others are passed over. */
const messageType = {
  rowDescription: 'T'.charCodeAt(0),
  dataRow: 'D'.charCodeAt(0),
  commandComplete: 'C'.charCodeAt(0),
  emptyQuery: 'I'.charCodeAt(0),
  error: 'E'.charCodeAt(0),
  notice: 'N'.charCodeAt(0),
  readyForQuery: 'Z'.charCodeAt(0),
} as const;

const knownTypes: ReadonlySet<number> = new Set(Object.values(messageType));

const transactionByIndicator: Readonly<Record<string, TransactionStatus>> = { I: 'idle', T: 'open', E: 'failed' };

/**
 * Reads the reply to one simple query from the chunks in which the server writes it.
 *
 * Keeps the first `rowLimit` rows, as far as there is room, and only counts the others, so that a million rows cost
 * neither memory nor decoding. The same goes for notices. Chunks are views into the server's memory: whatever is kept is
 * copied.
 */
export class ReplyReader {
  readonly #rowLimit: number;
  readonly #onNotice: ((notice: Notice) => void) | undefined;
  readonly #room: ReplyRoom;
  readonly #decoder = new TextDecoder();
  #buffer = new Uint8Array(16 * 1024);
  #length = 0;
  /** How many of the next bytes belong to a message that is passed over. */
  #bytesToSkip = 0;

  #fields: FieldDescription[] | null = null;
  #rows: CellText[][] = [];
  #rowCount = 0;
  #isRoomForRows = true;
  #notices: Notice[] = [];
  #noticeCount = 0;
  #ending: Ending | null = null;
  #lastWords: string | null = null;
  #transaction: TransactionStatus | null = null;

  constructor(rowLimit: number, onNotice?: (notice: Notice) => void, room: ReplyRoom = newReplyRoom()) {
    this.#rowLimit = rowLimit;
    this.#onNotice = onNotice;
    this.#room = room;
  }

  /** Takes the next bytes; a message may be spread over several chunks. */
  read(chunk: Uint8Array): void {
    const skipped = Math.min(this.#bytesToSkip, chunk.length);
    this.#bytesToSkip -= skipped;
    this.#append(chunk.subarray(skipped));
    const view = new DataView(this.#buffer.buffer);
    let start = 0;
    while (start + headerBytes <= this.#length) {
      const type = view.getUint8(start);
      // The length counts itself but not the type byte before it.
      const end = start + 1 + view.getUint32(start + 1);
      if (this.#isPassedOver(type, end - start)) {
        this.#count(type);
        this.#bytesToSkip = Math.max(0, end - this.#length);
        start = Math.min(end, this.#length);
        continue;
      }
      if (end > this.#length) break;
      this.#count(type);
      this.#readMessage(type, this.#buffer.subarray(start + headerBytes, end));
      start = end;
    }
    this.#buffer.copyWithin(0, start, this.#length);
    this.#length -= start;
  }

  /** Why the server ends, if it does and had the time to say so. */
  get lastWords(): string | null {
    return this.#lastWords;
  }

  /** The reply, or null when the server fell silent before it had ended the statement and said that it is ready. */
  finish(): Reply | null {
    if (this.#ending === null || this.#transaction === null) return null;
    this.#reportLeftOut();
    return {
      fields: this.#fields,
      rows: this.#rows,
      rowCount: this.#rowCount,
      notices: this.#notices,
      ending: this.#ending,
      transaction: this.#transaction,
    };
  }

  #append(chunk: Uint8Array): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
      grown.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = grown;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length = needed;
  }

  /** Whether a message is not to be kept, which is known before it has arrived: it may be larger than the room. */
  #isPassedOver(type: number, bytes: number): boolean {
    switch (type) {
      case messageType.dataRow:
        if (this.#rowCount >= this.#rowLimit) return true;
        // What is kept are the first rows, so none after the first that does not fit.
        if (bytes > this.#room.rowBytes) this.#isRoomForRows = false;
        return !this.#isRoomForRows;
      case messageType.notice:
        return this.#notices.length >= noticeLimit || this.#room.noticeBytes <= 0;
      default:
        return !knownTypes.has(type);
    }
  }

  #count(type: number): void {
    if (type === messageType.dataRow) this.#rowCount += 1;
    if (type === messageType.notice) this.#noticeCount += 1;
  }

  #readMessage(type: number, body: Uint8Array): void {
    switch (type) {
      case messageType.rowDescription:
        this.#fields = this.#readFields(body);
        break;
      case messageType.dataRow:
        this.#addRow(this.#readRow(body), body.length);
        break;
      case messageType.commandComplete:
        this.#ending = { kind: 'complete', commandTag: this.#decoder.decode(body.subarray(0, -1)) };
        break;
      case messageType.emptyQuery:
        this.#ending = { kind: 'empty' };
        break;
      case messageType.error:
        this.#ending = readError(body, this.#decoder);
        this.#lastWords = readLastWords(body, this.#decoder);
        break;
      case messageType.notice:
        this.#addNotice(readNotice(body, this.#decoder));
        break;
      case messageType.readyForQuery:
        this.#transaction = transactionByIndicator[this.#decoder.decode(body)] ?? null;
        break;
      default:
        break;
    }
  }

  #addRow(row: CellText[], bytes: number): void {
    this.#rows.push(row);
    this.#room.rowBytes -= bytes + row.length * valueBytes;
  }

  #addNotice(notice: Notice): void {
    this.#notices.push(notice);
    this.#onNotice?.(notice);
    this.#room.noticeBytes -= notice.message.length + (notice.detail?.length ?? 0) + (notice.hint?.length ?? 0);
  }

  /** Says at the end what was left out. The row limit is no news: whoever asks has set it. */
  #reportLeftOut(): void {
    const total = this.#rowCount;
    const left = leftOutNotices({
      rows: { kept: this.#isRoomForRows ? total : this.#rows.length, total },
      notices: { kept: this.#notices.length, total: this.#noticeCount },
    });
    for (const notice of left) {
      this.#notices.push(notice);
      this.#onNotice?.(notice);
    }
  }

  #readFields(body: Uint8Array): FieldDescription[] {
    const view = new DataView(body.buffer, body.byteOffset, body.length);
    const fields: FieldDescription[] = [];
    let at = 2;
    for (let index = 0; index < view.getUint16(0); index += 1) {
      const nameEnd = body.indexOf(0, at);
      const name = this.#decoder.decode(body.subarray(at, nameEnd));
      // After the name: table oid (4), column number (2), type oid (4), type size (2), type modifier (4), format (2).
      fields.push({ name, typeOid: view.getUint32(nameEnd + 7), typeModifier: view.getInt32(nameEnd + 13) });
      at = nameEnd + 19;
    }
    return fields;
  }

  #readRow(body: Uint8Array): CellText[] {
    const view = new DataView(body.buffer, body.byteOffset, body.length);
    const row: CellText[] = [];
    let at = 2;
    for (let index = 0; index < view.getUint16(0); index += 1) {
      const length = view.getInt32(at);
      at += 4;
      if (length < 0) {
        row.push(null);
      } else {
        row.push(this.#decoder.decode(body.subarray(at, at + length)));
        at += length;
      }
    }
    return row;
  }
}
