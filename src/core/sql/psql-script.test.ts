import { describe, expect, it } from 'vitest';
import { readPsqlScript, type PsqlPiece } from './psql-script.ts';
import { loadSqlScanner } from './sql-scanner.ts';

const scanner = await loadSqlScanner();
const read = (script: string): readonly PsqlPiece[] => [...readPsqlScript(script, scanner)];

/** A piece in few words, as the script has it at the piece's place. */
function brief(script: string): readonly string[] {
  return read(script).map((piece) => {
    if (piece.kind === 'meta-command') return script.slice(piece.start, piece.start + 1 + piece.name.length);
    const { start, end } = piece.statement;
    const sql = script.slice(start, end);
    if (piece.kind === 'statement') return sql;
    if (piece.rows === null) return `${sql} ← no end`;
    const { start: rowsStart, text } = piece.rows;
    return `${sql} ← ${JSON.stringify(script.slice(rowsStart, rowsStart + text.length))}`;
  });
}

describe('a script of psql', () => {
  it.each<[name: string, script: string, pieces: readonly string[]]>([
    ['holds statements', "select 1;\nselect ';\n'; -- so\nselect 2", ['select 1', "select ';\n'", 'select 2']],
    ['holds nothing', '-- nothing\n', []],
    [
      'holds rows after COPY, which are not SQL',
      "copy t from stdin;\n1\tit's\n;\n\\N\n\\.\nselect 1;",
      [`copy t from stdin ← ${JSON.stringify("1\tit's\n;\n\\N\n")}`, 'select 1'],
    ],
    [
      'may name columns and a format, and end its lines as Windows does',
      'select 0;\r\nCOPY public.t (a, "from stdin")\r\n FROM stdin WITH (FORMAT csv);\r\n1,2\r\n\\.\r\nselect 1;\r\n',
      [
        'select 0',
        `COPY public.t (a, "from stdin")\r\n FROM stdin WITH (FORMAT csv) ← ${JSON.stringify('1,2\r\n')}`,
        'select 1',
      ],
    ],
    ['may copy no rows', 'copy t from stdin;\n\\.\n', ['copy t from stdin ← ""']],
    ['may lack the end of the rows', 'copy t from stdin;\n1\n', ['copy t from stdin ← no end']],
    ['may end with COPY', 'copy t from stdin;', ['copy t from stdin ← no end']],
    [
      'holds what only looks like COPY or like a command',
      "select '\ncopy t from stdin;\n\\connect x\n';\nselect $$\n\\restrict\n$$;\n/*\n\\i\n*/\ncopy t to stdout;",
      ["select '\ncopy t from stdin;\n\\connect x\n'", 'select $$\n\\restrict\n$$', 'copy t to stdout'],
    ],
    [
      'copies from a query that is named so',
      'copy (select 1 from stdin) to stdout;',
      ['copy (select 1 from stdin) to stdout'],
    ],
    [
      'holds commands',
      '-- first\n\\restrict abc\nselect 1;\n  \\connect - x\n\\unrestrict abc',
      ['\\restrict', 'select 1', '\\connect', '\\unrestrict'],
    ],
    ['may end in an open quotation', "select 1;\nselect 'x;\n", ['select 1', "select 'x;"]],
  ])('%s', (_, script, pieces) => {
    expect(brief(script)).toEqual(pieces);
  });

  it('is read in batches, whatever is longer than one', () => {
    const long = `select '${"it''s;\n".repeat(40_000)}'`;
    const row = "insert into t values (1, 'é😀;\n')";
    const statements = [...Array<string>(4_000).fill(row), long, ...Array<string>(4_000).fill(row)];
    expect(brief(`${statements.join(';\n')};\n`)).toEqual(statements);
  });
});
