import { qualifiedName } from '#core/catalog/object-name.ts';
import type { DeletePreview, Fall, TableTotal } from './fall.ts';

const counts = new Intl.NumberFormat('en-US');

function rowsOf({ table }: TableTotal, count: number): string {
  return `${counts.format(count)} ${count === 1 ? 'row' : 'rows'} of ${qualifiedName(table)}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The tree in a sentence or three. */
export function previewWords({ fall, truth }: Pick<DeletePreview, 'fall' | 'truth'>): string {
  const { totals } = fall;
  const falling = totals.filter(({ deleted }) => deleted > 0).map((total) => rowsOf(total, total.deleted));
  const changing = totals.filter(({ changed }) => changed > 0).map((total) => rowsOf(total, total.changed));
  const blocking = totals.filter(({ blocking: rows }) => rows > 0).map((total) => rowsOf(total, total.blocking));
  if (falling.length === 0) return 'No row meets the condition: nothing would be deleted.';
  const sentences = [
    sentence(falling, truth.kind === 'went' ? 'would be deleted' : 'would have to go'),
    sentence(changing, 'would be changed'),
    sentence(blocking, blocking.length === 1 && sumOf(fall) === 1 ? 'stands in the way' : 'stand in the way'),
    truth.kind === 'refused' ? `PostgreSQL refuses the whole statement: ${truth.message} (${truth.sqlState}).` : '',
  ];
  return sentences.filter((one) => one !== '').join(' ');
}

function sentence(parts: readonly string[], verb: string): string {
  return parts.length === 0 ? '' : `${list(parts)} ${verb}.`;
}

function sumOf({ totals }: Fall): number {
  return totals.reduce((sum, { blocking }) => sum + blocking, 0);
}
