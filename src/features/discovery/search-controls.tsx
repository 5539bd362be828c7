import { ScanSearch } from 'lucide-react';
import { discoveryCost, usualSize } from '#core/discovery/discovery-cost.ts';
import { rowsToRead } from '#core/discovery/read-coded-table.ts';
import type { DiscoveryOptions } from '#state/normalization/fresh-discovery.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSegments } from '#ui/choice-segments.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { costWords } from './discovery-words.ts';
import styles from './discovery.module.css';

interface SearchControlsProps {
  readonly columns: number;
  readonly rows: number;
  readonly options: DiscoveryOptions;
  readonly canStart: boolean;
  readonly isFirst: boolean;
  readonly onChoose: (options: Partial<DiscoveryOptions>) => void;
  readonly onStart: () => void;
}

const nullChoices = [
  { value: 'equal', label: 'NULL = NULL' },
  { value: 'different', label: 'NULL ≠ NULL' },
];

const thresholds = [
  { value: '0', label: 'None' },
  { value: '0.01', label: '1 %' },
  { value: '0.05', label: '5 %' },
  { value: '0.1', label: '10 %' },
];

const all = 'all';

/** What is to be looked for, what that will cost, and the start. */
export function SearchControls(props: SearchControlsProps) {
  const { columns, rows, options, canStart, isFirst, onChoose, onStart } = props;
  const usual = usualSize(columns);
  const determinantSize = options.determinantSize ?? usual;
  const looked = Math.min(rows, rowsToRead(columns));
  const cost = discoveryCost(columns, looked, { determinantSize, threshold: options.threshold });
  const sizes = Array.from({ length: Math.min(columns - 1, usual ?? mostSizes, mostSizes) }, (_, place) =>
    String(place + 1),
  );
  return (
    <div className={styles.controls}>
      <div className={styles.fields}>
        <ChoiceSegments
          label="NULLs"
          choices={nullChoices}
          chosen={options.nulls}
          onChoose={(nulls) => onChoose({ nulls: nulls === 'different' ? 'different' : 'equal' })}
        />
        <ChoiceSegments
          label="Rows that may break it"
          choices={thresholds}
          chosen={String(options.threshold)}
          onChoose={(threshold) => onChoose({ threshold: Number(threshold) })}
        />
        <ChoiceSelect
          label="Columns on the left"
          choices={[
            { value: all, label: usual === null ? 'any number' : `up to ${usual}, as many as can be tried` },
            ...sizes.map((size) => ({ value: size, label: `up to ${size}` })),
          ]}
          chosen={options.determinantSize === null ? all : String(options.determinantSize)}
          onChoose={(size) => onChoose({ determinantSize: size === all ? null : Number(size) })}
        />
      </div>
      <div className={styles.bar}>
        <Button variant={isFirst ? 'primary' : 'plain'} disabled={!canStart} focusableWhenDisabled onClick={onStart}>
          <ScanSearch aria-hidden="true" />
          {isFirst ? 'Look at the rows' : 'Look again'}
        </Button>
        <p className={styles.note}>{costWords(cost, { columns, rows, looked })}</p>
      </div>
    </div>
  );
}

const mostSizes = 6;
