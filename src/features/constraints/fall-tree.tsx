import { Ban, CircleMinus, PencilLine } from 'lucide-react';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { FallNode } from '#core/delete-preview/fall.ts';
import { Badge } from '#ui/badge.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';
import styles from './fall-tree.module.css';

/** From the rows that the statement names down to all that follows: lists within lists, as a screen reader knows them. */
export function FallTree({ root }: { readonly root: FallNode }) {
  return (
    <ul className={styles.tree} aria-label="What would follow">
      <Node node={root} />
    </ul>
  );
}

function Node({ node }: { readonly node: FallNode }) {
  const { table, by, children, alsoReached, levels, sample, count } = node;
  const name = qualifiedName(table);
  return (
    <li>
      <p className={styles.line} data-effect={node.effect}>
        <Effect node={node} />
        <b>{name}</b>
        {by !== null && (
          <span className={styles.by}>
            by <code>{by.constraint}</code> on delete {by.action}
          </span>
        )}
      </p>
      {alsoReached > 0 && (
        <p className={styles.also}>
          {formatQuantity(alsoReached, 'more row')} reached from here too, and counted where first reached.
        </p>
      )}
      {levels > 1 && by !== null && (
        <p className={styles.also}>In {formatCount(levels)} levels, each row under the one it refers to.</p>
      )}
      {sample.length > 0 && (
        <Disclosure
          summary={
            <span className={styles.also}>
              {sample.length < count ? `The first ${formatCount(sample.length)}` : 'Show them'}
            </span>
          }
        >
          <Sample name={name} node={node} />
        </Disclosure>
      )}
      {children.length > 0 && (
        <ul>
          {children.map((child, place) => (
            <Node key={place} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Effect({ node: { effect, count } }: { readonly node: FallNode }) {
  const rows = formatQuantity(count, 'row');
  switch (effect) {
    case 'falls':
      return (
        <Badge tone="bad" icon={CircleMinus}>
          {rows} to be deleted
        </Badge>
      );
    case 'set null':
    case 'set default':
      return (
        <Badge tone="waiting" icon={PencilLine}>
          {rows} {effect === 'set null' ? 'set to NULL' : 'set to the default'}
        </Badge>
      );
    case 'blocks':
      return (
        <Badge tone="neutral" icon={Ban}>
          {rows} in the way
        </Badge>
      );
  }
}

function Sample({ name, node: { sample } }: { readonly name: string; readonly node: FallNode }) {
  const columns = Object.keys(sample[0] ?? {});
  return (
    <DataTable
      caption={`Rows of ${name}`}
      columns={columns.map((column) => ({ name: column, kind: 'other' }))}
      rows={sample.map((row) => columns.map((column) => row[column] ?? null))}
    />
  );
}
