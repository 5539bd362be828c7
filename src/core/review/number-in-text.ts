import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt, textAt } from './answer-cells.ts';
import { finding } from './finding.ts';
import { nameWords } from './name-words.ts';
import { withViewsAside } from './retype.ts';
import type { Answer, Rule, Suspicion } from './rule.ts';
import {
  columnWords,
  isChecked,
  isInKey,
  isText,
  literal,
  reviewedTables,
  rowsWords,
  sampleWords,
  sampleOf,
} from './subject.ts';

/**
 * Text that is always a number. A number is what comes back the same from a journey through `numeric`: `007`, `+4` and
 * `1e3` do not. What is written in digits and counts nothing (phone numbers, postcodes, ISBNs) is told by its name, and
 * by values that are all of one length.
 */
export const numberInText: Rule = {
  id: 'number-in-text',
  looksFor: 'text that is always a number',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) =>
      table.columns
        .filter((column) => isText(column) && column.generated === null && !isLabel(column.name))
        .filter(({ name }) => !isInKey(table, name) && !isChecked(table, name))
        .map((column) => suspect(catalog, table, column)),
    ),
};

const labels = new Set(
  'phone tel telephone mobile fax zip plz postcode postal post isbn issn ean upc gtin asin sku iban bic swift account card pan tax vat ssn nin passport code number no nr num id ref reference version serial barcode house pin password passcode token hash ip mac imei extension ext room licence license plate bank routing sort key uuid digits suffix prefix model release build locale mask'.split(
    ' ',
  ),
);

function isLabel(name: string): boolean {
  return nameWords(name).some((word) => labels.has(word));
}

const fewestValues = 5;
/** Of so many digits and one length, a number is rather a label. */
const labelLength = 5;

function suspect(catalog: Catalog, table: Table, column: Column): Suspicion {
  const name = quoteName(column.name);
  const isNumber = `v ~ '^-?[0-9]{1,100}([.][0-9]{1,100})?$' and v = (case when v ~ '^-?[0-9]{1,100}([.][0-9]{1,100})?$' then v::numeric::text end)`;
  const values = `from (select ${name}::text as v from ${sampleOf(table, 'sample')} where ${name} is not null) as given`;
  const figures = `select count(*), count(*) filter (where ${isNumber}), count(distinct v), min(length(v)), max(length(v)), count(*) filter (where v like '%.%') ${values}`;
  const order = `select min(v collate "C"), max(v collate "C"), max(case when ${isNumber} then v::numeric end)::text, max(abs(case when ${isNumber} then v::numeric end))::text ${values}`;
  return {
    questions: [figures, order],
    judge: ([counted, sorted]) => {
      if (counted == null) return [];
      const [all = 0, numbers = 0, distinct = 0, shortest = 0, longest = 0, decimals = 0] = [0, 1, 2, 3, 4, 5].map(
        (place) => numberAt(counted, place),
      );
      const isFixed = shortest === longest && longest >= labelLength && decimals === 0;
      if (all < fewestValues || numbers < all || distinct < 2 || isFixed) return [];
      const type = typeOf(sorted ?? null, decimals > 0);
      const change = changeOf(column, type);
      return [
        finding({
          rule: numberInText.id,
          rank: 'wrong',
          table,
          columns: [column.name],
          what: `${columnWords(table, column.name)} is text, and every value is a number.`,
          why: whyOf(table, all, sorted ?? null),
          fixes:
            change === null
              ? []
              : [{ label: type, sql: withViewsAside(catalog, table, `alter table ${sqlName(table)}\n  ${change};`) }],
          advice: change === null ? 'Its default is no plain number: drop it before the type is changed.' : null,
        }),
      ];
    },
  };
}

const largestInteger = 2_147_483_647n;
const largestBigint = 9_223_372_036_854_775_807n;

function typeOf(sorted: Answer, hasDecimals: boolean): string {
  if (hasDecimals) return 'numeric';
  const most = BigInt(sorted === null ? '0' : (textAt(sorted, 3) ?? '0'));
  if (most <= largestInteger) return 'integer';
  return most <= largestBigint ? 'bigint' : 'numeric';
}

function whyOf(table: Table, all: number, sorted: Answer): string {
  const [asText, asNumber] = [1, 2].map((place) => (sorted === null ? null : textAt(sorted, place)));
  const each = `All ${rowsWords(all)}${sampleWords(table)} with a value hold a number`;
  if (asText !== asNumber && asText !== null && asNumber !== null) {
    return `${each}, but \`max\` says ${asText} where the largest is ${asNumber}: text is compared sign by sign. It can not be summed, and \`12 pcs\` would be let in.`;
  }
  return `${each}, but they are compared sign by sign, so that 10 comes before 9; they can not be summed, and \`12 pcs\` would be let in.`;
}

/** Null where the default would stand in the way. */
function changeOf({ name, type: was, default: fallback }: Column, type: string): string | null {
  const column = quoteName(name);
  const retype = `alter column ${column} type ${type} using ${column}${was === 'text' ? '' : '::text'}::${type}`;
  if (fallback === null) return retype;
  const value = /^'(-?\d+(?:\.\d+)?)'::(?:text|character varying|bpchar)$/.exec(fallback)?.[1];
  if (value === undefined) return null;
  return [
    `alter column ${column} drop default`,
    retype,
    `alter column ${column} set default ${literal(value)}::${type}`,
  ].join(',\n  ');
}
