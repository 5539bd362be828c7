import { ChevronDown, ChevronRight } from 'lucide-react';
import { partitionText, type Box } from '#core/diagram/boxes.ts';
import styles from './table-node.module.css';

interface PartitionLinesProps {
  readonly partitions: NonNullable<Box['partitions']>;
  readonly onToggle: () => void;
}

/** `range (at): 12 partitions`; pressed, it lists them. */
export function PartitionLines({ partitions, onToggle }: PartitionLinesProps) {
  const { words, lines, isOpen } = partitions;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <button
        type="button"
        className={`${styles.partitioning} nodrag nopan`}
        aria-expanded={isOpen}
        tabIndex={-1}
        onClick={onToggle}
      >
        <Chevron aria-hidden="true" />
        {words}
      </button>
      {isOpen && (
        <ul className={styles.partitions}>
          {lines.map((line) => (
            <li key={line.name} title={`${line.name} ${line.bounds}`}>
              {partitionText(line)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
