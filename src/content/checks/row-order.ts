import * as v from 'valibot';
import { codeList } from '#content/words.ts';
import { listOf, mustBe, text } from '#content/yaml-schema.ts';
import type { ResultContract } from './compare-results.ts';

export const orderSchema = v.union(
  [v.picklist(['none', 'total']), listOf(text, 'columns')],
  mustBe('`none`, `total` or a list of column names'),
);

/** The order of rows as part of a promise: "in any order". */
export function describeOrder(order: ResultContract['order']): string {
  if (order === 'none') return 'in any order';
  return order === 'total' ? 'in the same order' : `in the order of ${codeList(order)}`;
}
