import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { Eye, Plus, Table2 } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { boxMetrics } from '#core/diagram/box-metrics.ts';
import { hiddenWords, type Box } from '#core/diagram/boxes.ts';
import { ColumnLine } from './column-line.tsx';
import type { BoxMarks } from './diagram-marks.ts';
import { NameField } from './name-field.tsx';
import { PartitionLines } from './partition-lines.tsx';
import styles from './table-node.module.css';

/** What a box needs besides its place. */
export interface TableNodeData extends Record<string, unknown> {
  readonly box: Box;
  readonly marks: BoxMarks;
  /** For a screen reader. */
  readonly words: string;
  /** The one that Tab comes to. */
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isFaded: boolean;
  /** A relation may be begun here. */
  readonly canRelate: boolean;
  /** The name of a new column is being typed. */
  readonly isNaming: boolean;
  readonly actions: TableNodeActions;
}

export interface TableNodeActions {
  readonly onTogglePartitions: (key: string) => void;
  readonly onNameColumn: (key: string, isNaming: boolean) => void;
  readonly onAddColumn: (key: string, name: string) => string | null;
}

export type TableFlowNode = Node<TableNodeData, 'table'>;

const tagWords = { drawn: 'drawn, not run', 'drawn changes': 'changes drawn, not run', new: 'new', changed: 'changed' };

/** A table or a view as a box: its name, its rows, and a line for each column. */
export const TableNode = memo(Table, isSameNode);

/** While one is dragged the others are not drawn again. The actions go by keys, so that older ones do the same. */
function isSameNode({ data: one }: NodeProps<TableFlowNode>, { data: other }: NodeProps<TableFlowNode>): boolean {
  return (
    one.box === other.box &&
    one.marks === other.marks &&
    one.words === other.words &&
    one.isCurrent === other.isCurrent &&
    one.isSelected === other.isSelected &&
    one.isFaded === other.isFaded &&
    one.canRelate === other.canRelate &&
    one.isNaming === other.isNaming
  );
}

function Table({ data }: NodeProps<TableFlowNode>) {
  const { box, marks, words, isCurrent, isSelected, isFaded, isNaming, canRelate, actions } = data;
  const { key, kind, object, title, note, lines, hiddenCount, partitions } = box;
  const isDrawn = marks.table === 'drawn' || marks.table === 'drawn changes';
  const style: CSSProperties & Record<`--${string}`, string> = {
    width: box.width,
    height: box.height,
    '--head': `${boxMetrics.headPx}px`,
    '--line-height': `${boxMetrics.linePx}px`,
    '--beside': `${boxMetrics.besidePx}px`,
    '--signs': `${boxMetrics.signsPx}px`,
    '--between': `${boxMetrics.betweenPx}px`,
    '--text': `${boxMetrics.fontPx}px`,
    '--title-text': `${boxMetrics.titleFontPx}px`,
  };
  const Icon = kind === 'table' ? Table2 : Eye;
  return (
    <section
      className={styles.box}
      style={style}
      role="group"
      aria-roledescription={kind}
      aria-label={words}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys go from box to box
      tabIndex={isCurrent ? 0 : -1}
      data-box={key}
      data-kind={kind === 'table' ? 'table' : 'view'}
      data-selected={isSelected}
      data-faded={isFaded}
      data-mark={isDrawn ? 'drawn' : marks.table}
    >
      {marks.table !== null && <span className={styles.tag}>{tagWords[marks.table]}</span>}
      <header className={styles.head} title={qualifiedName(object)}>
        {kind !== 'table' && <Icon aria-hidden="true" />}
        <b>{title}</b>
        <span>{note}</span>
      </header>
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <ColumnLine key={line.column} line={line} mark={marks.columns.get(line.column)} />
          ))}
        </ul>
      )}
      {hiddenCount > 0 && lines.length > 0 && <p className={styles.more}>{hiddenWords(hiddenCount)}</p>}
      {partitions !== null && (
        <PartitionLines partitions={partitions} onToggle={() => actions.onTogglePartitions(key)} />
      )}
      {isSelected && kind === 'table' && (
        <div className={styles.below}>
          {isNaming ? (
            <NameField
              label={`New column of ${qualifiedName(object)}`}
              action="Draw column"
              onName={(name) => actions.onAddColumn(key, name)}
              onCancel={() => actions.onNameColumn(key, false)}
            />
          ) : (
            <button
              type="button"
              className={`${styles.add} nodrag nopan`}
              tabIndex={-1}
              onClick={() => actions.onNameColumn(key, true)}
            >
              <Plus aria-hidden="true" />
              column
            </button>
          )}
        </div>
      )}
      <Handle
        type="source"
        position={Position.Right}
        className={styles.handle}
        isConnectable={canRelate}
        title={canRelate ? `Drag to another table: a relation from ${qualifiedName(object)}` : undefined}
      />
    </section>
  );
}
