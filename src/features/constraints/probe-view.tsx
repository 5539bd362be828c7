import { Ban, Check, CircleAlert } from 'lucide-react';
import type { Expectation, ProbeOutcome, ShownRow } from '#core/constraint-probes/probe.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import styles from './probe-view.module.css';

interface ProbeViewProps {
  readonly outcome: ProbeOutcome;
  readonly onPutIntoEditor: () => void;
}

/** One row, or one change: what was tried, and what PostgreSQL said. */
export function ProbeView({ outcome, onPutIntoEditor }: ProbeViewProps) {
  const { probe, refusal, isAtEnd, agrees } = outcome;
  return (
    <article className={styles.probe}>
      <p className={styles.words}>
        <Badge tone={refusal === null ? 'good' : 'neutral'} icon={refusal === null ? Check : Ban}>
          {refusal === null ? 'accepted' : isAtEnd ? 'refused at the end' : 'refused'}
        </Badge>{' '}
        {probe.words}
      </p>
      {probe.setup.length > 0 && (
        <Disclosure
          summary={<span className={styles.small}>{formatQuantity(probe.setup.length, 'statement')} before it</span>}
        >
          <Sql label="SQL that comes first" statements={probe.setup} />
        </Disclosure>
      )}
      <Sql label="SQL under test" statements={[probe.tested, ...probe.followUp]} />
      {refusal !== null && (
        <p className={styles.message}>
          {refusal.message} <code>{refusal.sqlState}</code>
          {refusal.detail !== null && <span className={styles.detail}>{refusal.detail}</span>}
        </p>
      )}
      {!agrees && (
        <p className={styles.strange}>
          <CircleAlert aria-hidden="true" /> Expected: {expectedWords(probe.expected)}. A trigger or a rule of yours may
          have a hand in it.
        </p>
      )}
      <Children outcome={outcome} />
      <div>
        <Button variant="quiet" onClick={onPutIntoEditor}>
          Put into the editor
        </Button>
      </div>
    </article>
  );
}

function Sql({ label, statements }: { readonly label: string; readonly statements: readonly string[] }) {
  return (
    <ScrollRegion className={styles.sql} label={label}>
      <pre>
        <code>{statements.map((sql) => `${sql};`).join('\n')}</code>
      </pre>
    </ScrollRegion>
  );
}

function expectedWords(expected: Expectation): string {
  if (expected.kind === 'accepted') return 'accepted';
  const by = expected.by.length === 0 ? '' : ` by ${expected.by.join(' or ')}`;
  return `refused with ${expected.sqlStates.join(' or ')}${by}`;
}

/** The rows that refer, before and after. */
function Children({ outcome: { probe, before, after } }: { readonly outcome: ProbeOutcome }) {
  if (probe.child === null || before === null) return null;
  const name = qualifiedName(probe.child.table);
  return (
    <div className={styles.children}>
      <Rows caption={`${name} before`} rows={before} columns={before} />
      {after !== null && <Rows caption={`${name} after`} rows={after} columns={before} />}
    </div>
  );
}

function Rows({
  caption,
  rows,
  columns,
}: {
  readonly caption: string;
  readonly rows: readonly ShownRow[];
  readonly columns: readonly ShownRow[];
}) {
  const names = Object.keys(columns[0] ?? rows[0] ?? {});
  return (
    <DataTable
      caption={caption}
      isCaptionShown
      columns={names.map((column) => ({ name: column, kind: 'other' }))}
      rows={rows.map((row) => names.map((column) => row[column] ?? null))}
    />
  );
}
