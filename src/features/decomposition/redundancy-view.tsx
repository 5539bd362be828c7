import { qualifiedName } from '#core/catalog/object-name.ts';
import type { Redundancy } from '#core/normalization/redundancy.ts';
import type { Decomposition } from '#state/normalization/fresh-decompose.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatBytes, formatCount, formatQuantity } from '#ui/format-quantity.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './decomposition.module.css';

/** How much the table says again by the dependency: cells and bytes, of the whole. */
export function RedundancyView({
  decomposition: { table, split, redundancy, facts },
}: {
  readonly decomposition: Decomposition;
}) {
  if (facts.contradictionCount > 0) {
    return (
      <section className={styles.section} aria-label="Redundancy">
        <h3 className={styles.title}>What is said again</h3>
        <p className={styles.note}>
          Rows contradict the dependency: as long as they do, no cell repeats a known fact, and none is counted.
          Decompose shows these rows.
        </p>
      </section>
    );
  }
  const { cells, bytes, repeatedCells, repeatedBytes, columns } = redundancy;
  return (
    <section className={styles.section} aria-label="Redundancy">
      <h3 className={styles.title}>What is said again</h3>
      <div className={styles.figures}>
        <Figure
          value={formatCount(repeatedCells)}
          words={`of ${formatQuantity(cells, 'cell')} repeat a known fact`}
          share={share(repeatedCells, cells)}
        />
        <Figure
          value={formatBytes(repeatedBytes)}
          words={`of ${formatBytes(bytes)} of values`}
          share={share(repeatedBytes, bytes)}
        />
      </div>
      <p className={styles.note}>
        <InlineCode
          text={redundancyWords(qualifiedName(table), split.dependency.determinant, split.dependency.kind, redundancy)}
        />
      </p>
      {columns.length > 1 && (
        <Disclosure summary="By column">
          <DataTable
            caption="Cells that say what another row says already"
            columns={[
              { name: 'column', kind: 'text' },
              { name: 'cells', kind: 'number' },
              { name: 'bytes', kind: 'number' },
            ]}
            rows={columns.map((each) => [each.column, String(each.cells), String(each.bytes)])}
          />
        </Disclosure>
      )}
    </section>
  );
}

function share(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  const percent = (100 * part) / whole;
  return percent > 0 && percent < 1 ? 'under 1 %' : `${Math.round(percent)} %`;
}

function Figure({
  value,
  words,
  share: percent,
}: {
  readonly value: string;
  readonly words: string;
  readonly share: string;
}) {
  return (
    <p className={styles.figure}>
      <strong>{value}</strong>
      <span>
        {words} ({percent})
      </span>
    </p>
  );
}

function redundancyWords(
  table: string,
  determinant: readonly string[],
  kind: 'functional' | 'multivalued',
  { rows, facts, rowsWithoutDeterminant }: Redundancy,
): string {
  if (rows === 0) return `\`${table}\` has no rows: there is nothing to repeat yet.`;
  const names = determinant.map((name) => `\`${name}\``).join(', ');
  const said =
    kind === 'functional'
      ? `${formatQuantity(rows, 'row')}, and ${formatQuantity(facts, 'different value', 'different values')} of ${names}: each needs its facts written once.`
      : `${formatQuantity(rows, 'row')} for ${formatQuantity(facts, 'value')} of ${names}: each fact stands beside each of the others.`;
  return rowsWithoutDeterminant === 0
    ? said
    : `${said} ${formatQuantity(rowsWithoutDeterminant, 'row has', 'rows have')} no ${names} and ${rowsWithoutDeterminant === 1 ? 'is' : 'are'} not counted.`;
}
