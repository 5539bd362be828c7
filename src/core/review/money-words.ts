import type { Table } from '#core/catalog/catalog.ts';
import { nameWords, singular } from './name-words.ts';

/** What is said of nothing but money. */
const strong = new Set(
  'price cost fee salary wage payment paid revenue budget refund charge surcharge subtotal turnover deposit invoice tip income expense tax vat earning commission'.split(
    ' ',
  ),
);

/** What is money where the table is about money. */
const weak = new Set('total amount balance credit debit discount sum due value'.split(' '));

/** What makes a number of anything else out of it. */
const other = new Set(
  'rate percent percentage pct ratio factor weight distance length time hour minute second day ms kg km gram litre liter ml score rating count quantity qty volume area index share average avg point multiplier exchange level'.split(
    ' ',
  ),
);

const moneyTables = new Set(
  'payment invoice order transaction account bill ledger refund salary purchase sale expense budget donation subscription transfer payout cart receipt price wallet'.split(
    ' ',
  ),
);

/** Whether a column is about money, by its name and the company it keeps. In doubt it is not. */
export function isMoney(table: Table, column: string): boolean {
  const words = nameWords(column).map(singular);
  if (words.some((word) => other.has(word))) return false;
  if (words.some((word) => strong.has(word))) return true;
  if (!words.some((word) => weak.has(word))) return false;
  return isMoneyTable(table) || table.columns.some(({ name }) => isOnlyMoney(name));
}

function isOnlyMoney(name: string): boolean {
  const words = nameWords(name).map(singular);
  return words.some((word) => word === 'currency' || strong.has(word)) && !words.some((word) => other.has(word));
}

function isMoneyTable(table: Pick<Table, 'name'>): boolean {
  return nameWords(table.name).some((word) => moneyTables.has(singular(word)));
}
