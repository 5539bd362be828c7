import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt, textAt } from './answer-cells.ts';
import { childTableScript } from './child-table.ts';
import { finding } from './finding.ts';
import { nameWords, plural, singular } from './name-words.ts';
import type { Rule, Suspicion } from './rule.ts';
import {
  columnWords,
  isChecked,
  isInKey,
  isText,
  reviewedTables,
  sampleOf,
  sampleWords,
  rowsWords,
} from './subject.ts';

export const packedList: Rule = {
  id: 'packed-list',
  looksFor: 'lists packed into one value: red,blue or {3,17}',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) =>
      table.columns
        .filter(({ name, generated }) => generated === null && !isInKey(table, name) && !isChecked(table, name))
        .flatMap((column) => {
          if (isText(column) && !isProse(column.name)) return [textList(catalog, table, column)];
          return isIdArray(column) ? [idArray(catalog, table, column)] : [];
        }),
    ),
};

/** What has commas of its own. */
function isProse(name: string): boolean {
  return nameWords(name).some((word) =>
    /^(?:address|addr|street|description|desc|note|notes|comment|comments|title|body|text|content|message|summary|bio|name|location|place|city|reason|sql|query|url|path|formula|json|csv|definition|instructions?|ingredients?)$/.test(
      word,
    ),
  );
}

function isIdArray({ name, type }: Column): boolean {
  return /^(?:smallint|integer|bigint|uuid)\[\]$/.test(type) && /(?:^|_)ids$/i.test(name);
}

/** A list has now two values, now three; they are short, and the same ones come again. */
function textList(catalog: Catalog, table: Table, column: Column): Suspicion {
  const name = quoteName(column.name);
  const pieces = `select string_to_array(${name}, ',') as parts from ${sampleOf(table, 'sample')} where ${name} <> ''`;
  const figures = `select count(*), count(*) filter (where cardinality(parts) > 1), count(distinct cardinality(parts)), min(array_to_string(parts, ',')) filter (where cardinality(parts) > 1) from (${pieces}) as packed`;
  const values = `select count(*), count(distinct trim(piece)), max(length(trim(piece))), count(*) filter (where trim(piece) = '' or trim(piece) ~ '\\s\\S+\\s') from (${pieces}) as packed, unnest(parts) as piece`;
  return {
    questions: [figures, values],
    judge: ([rows, parts]) => {
      if (rows == null || parts == null) return [];
      const [filled, lists] = [numberAt(rows, 0), numberAt(rows, 1)];
      const isVaried = numberAt(rows, 2) >= 2;
      const [all, distinct, longest, wordy] = [0, 1, 2, 3].map((place) => numberAt(parts, place));
      const isRepeated = (distinct ?? 0) * 2 <= (all ?? 0);
      const isList =
        filled >= 4 && lists * 2 >= filled && isVaried && isRepeated && (longest ?? 0) <= 30 && (wordy ?? 0) === 0;
      if (!isList) return [];
      const example = textAt(rows, 3) ?? '';
      return [
        found(catalog, table, column, {
          type: 'text',
          why: `${rowsWords(lists)}${sampleWords(table)} ${lists === 1 ? 'holds' : 'hold'} several values, as in \`${example.slice(0, 40).replaceAll('`', '')}\`: a search for one of them reads every row and finds \`blue\` in \`lightblue\`, and no foreign key can guard them.`,
          source: `select position, trim(piece) from string_to_table(p.${name}, ',') with ordinality as list (piece, position) where trim(piece) <> ''`,
        }),
      ];
    },
  };
}

function idArray(catalog: Catalog, table: Table, column: Column): Suspicion {
  const name = quoteName(column.name);
  return {
    questions: [`select count(*) filter (where cardinality(${name}) > 0) from ${sampleOf(table, 'sample')}`],
    judge: ([answer]) => {
      const filled = answer == null ? 0 : numberAt(answer, 0);
      const used =
        filled > 0 ? ` ${rowsWords(filled)}${sampleWords(table)} ${filled === 1 ? 'has' : 'have'} some.` : '';
      return [
        found(catalog, table, column, {
          type: column.type.replace('[]', ''),
          why: `No foreign key can look into an array: an id in it may name a row that was never there, or is there no more.${used}`,
          source: `select position, piece from unnest(p.${name}) with ordinality as list (piece, position)`,
        }),
      ];
    },
  };
}

interface Found {
  readonly type: string;
  readonly why: string;
  readonly source: string;
}

function found(catalog: Catalog, table: Table, column: Column, { type, why, source }: Found) {
  const value = singular(column.name);
  const values = value === column.name ? plural(value) : column.name;
  const script = childTableScript(catalog, table, { value, values, type, source, dropped: [column.name] });
  return finding({
    rule: packedList.id,
    rank: 'wrong',
    table,
    columns: [column.name],
    what: `${columnWords(table, column.name)} packs a list into one value.`,
    why,
    fixes: script === null ? [] : [{ label: 'A table with one row for each', sql: script }],
    advice:
      script === null
        ? 'Move the values into a table of their own, one row for each. It has to be done by hand: the table has no primary key, or a view, a check or an index names the column.'
        : null,
  });
}
