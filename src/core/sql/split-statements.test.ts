import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';
import { loadSqlScanner } from './sql-scanner.ts';

const scanner = await loadSqlScanner();

function split(script: string): readonly string[] {
  return splitStatements(script, scanner).map(({ sql }) => sql);
}

const routine = `create function f(a int) returns int
begin atomic
  select case when a > 0 then 1 else 0 end;
  select a as "end", 2 as end, x.case from x;
end`;

describe('splitStatements', () => {
  it.each<[what: string, script: string, statements: readonly string[]]>([
    ['nothing', '', []],
    ['white space', ' \n\t', []],
    ['comments only', '-- one\n/* two; */', []],
    ['empty statements', ';; select 1;;', ['select 1']],
    ['no semicolon at the end', 'select 1; select 2', ['select 1', 'select 2']],
    ['comments around a statement', '-- a;\nselect 1 -- b;\n; /* c; */ select 2 /* d */', ['select 1', 'select 2']],
    ['a comment within', 'select /* ; */ 1;', ['select /* ; */ 1']],
    ['nested comments', '/* a /* b; */ c; */ select 1; select 2', ['select 1', 'select 2']],
    ['a string', "select ';', 'it''s; ' ; select 2", ["select ';', 'it''s; '", 'select 2']],
    ['an escape string', String.raw`select E'\';', 'a\'; select 2`, [String.raw`select E'\';', 'a\'`, 'select 2']],
    ['control characters', 'select 1 as "\u0001"; select \'\u001f\'', ['select 1 as "\u0001"', "select '\u001f'"]],
    ['a quoted name', 'select 1 as "a;""b"; select 2', ['select 1 as "a;""b"', 'select 2']],
    ['dollar quotes', 'select $$;$$, $a$;$$;$a$; select 2', ['select $$;$$, $a$;$$;$a$', 'select 2']],
    ['parameters', 'select $1; select $2', ['select $1', 'select $2']],
    ['a SQL-standard routine', `${routine}; select 1`, [routine, 'select 1']],
    ['BEGIN and END as transactions', 'begin; select 1; end; select 2', ['begin', 'select 1', 'end', 'select 2']],
    [
      'CASE outside of a routine',
      'select case when true then 1 end; select 2',
      ['select case when true then 1 end', 'select 2'],
    ],
    [
      'a rule of several actions',
      'create rule r as on insert to t do (delete from a; delete from b); select 1',
      ['create rule r as on insert to t do (delete from a; delete from b)', 'select 1'],
    ],
    ['a parenthesis too many', 'select 1); select 2', ['select 1)', 'select 2']],
  ])('splits %s', (_, script, statements) => {
    expect(split(script)).toEqual(statements);
  });

  it.each<[what: string, script: string, statements: readonly string[]]>([
    ['a string', "select 1; select ';'; select 'a; select 2", ['select 1', "select ';'", "select 'a; select 2"]],
    ['control characters', 'select 1 as "\u0001"; select \'\u001f\'', ['select 1 as "\u0001"', "select '\u001f'"]],
    ['a quoted name', 'select 1; select "a; select 2', ['select 1', 'select "a; select 2']],
    ['a comment', 'select 1; /* a; select 2', ['select 1', '/* a; select 2']],
    ['a dollar quote', 'select $$;$$; select $a$; $$', ['select $$;$$', 'select $a$; $$']],
    ['a routine before', `${routine}; select 'a`, [routine, "select 'a"]],
    ['a number', 'select 1; select 12abc; select 2', ['select 1', 'select 12abc; select 2']],
    ['a null character', 'select 1; select \0; select 2', ['select 1', 'select \0; select 2']],
  ])('keeps the statements before %s that the lexer does not accept', (_, script, statements) => {
    expect(split(script)).toEqual(statements);
  });

  it('gives UTF-16 offsets', () => {
    const script = "select 'é€😀'; -- é\n select '😀' as ü;";
    const statements = splitStatements(script, scanner);
    expect(statements.map(({ sql }) => sql)).toEqual(["select 'é€😀'", "select '😀' as ü"]);
    expect(statements.every(({ sql, start, end }) => script.slice(start, end) === sql)).toBe(true);
  });

  it('gives back what was joined by semicolons', () => {
    const statement = fc.constantFrom(
      'select 1',
      "select 'a;b', 'é😀'''",
      'select $x$ ; $x$',
      'select /* ; /* ; */ */ ";"',
      'insert into t values (1, $$;$$)',
      "update t set a = E'\\';'",
      'begin',
      routine,
    );
    const separator = fc.constantFrom(';', ' ;\n', ';;', '; -- ; é\n', '/* ; */;', ';/* 😀 ; */');
    fc.assert(
      fc.property(fc.array(fc.tuple(statement, separator)), (parts) => {
        const script = parts.flat().join('');
        expect(split(script)).toEqual(parts.map(([sql]) => sql));
        const broken = split(`${script} select 'not closed;`);
        expect(broken.slice(0, -1)).toEqual(parts.map(([sql]) => sql));
        expect(broken.at(-1)).toMatch(/select 'not closed;$/);
      }),
    );
  });

  it('loses nothing but semicolons, comments and white space, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab1 \n;\'"$()-*/\\E😀é')) }), (script) => {
        let end = 0;
        for (const statement of splitStatements(script, scanner)) {
          expect(script.slice(statement.start, statement.end)).toBe(statement.sql);
          expect(statement.start).toBeGreaterThanOrEqual(end);
          end = statement.end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
