import type { Finding, Findings } from '#core/discovery/findings.ts';
import { CheckBox } from '#ui/check-box.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import styles from './discovery.module.css';

export interface Filter {
  readonly isSingle: boolean;
  readonly isUnknown: boolean;
  /** The column on the right; null for any. */
  readonly dependent: string | null;
}

export const noFilter: Filter = { isSingle: false, isUnknown: false, dependent: null };

/** What is unique is always shown: these are few. */
export function filtered({ uniques, exact, nearly }: Findings, filter: Filter): Findings {
  const passes = (finding: Finding): boolean =>
    (!filter.isSingle || finding.determinant.length <= 1) &&
    (!filter.isUnknown || finding.ground === 'rows') &&
    (filter.dependent === null || finding.dependents.includes(filter.dependent));
  const onlyDependent = <F extends Finding>(finding: F): F =>
    filter.dependent === null ? finding : { ...finding, dependents: [filter.dependent] };
  return { uniques, exact: exact.filter(passes).map(onlyDependent), nearly: nearly.filter(passes) };
}

interface FindingFilterProps {
  readonly columns: readonly string[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const any = '';

export function FindingFilter({ columns, filter, onFilter }: FindingFilterProps) {
  return (
    <div className={styles.filter}>
      <CheckBox
        label="One column on the left"
        isChecked={filter.isSingle}
        onCheck={(isSingle) => onFilter({ ...filter, isSingle })}
      />
      <CheckBox
        label="Only what nothing promises"
        isChecked={filter.isUnknown}
        onCheck={(isUnknown) => onFilter({ ...filter, isUnknown })}
      />
      <ChoiceSelect
        label="On the right"
        choices={[
          { value: any, label: 'any column' },
          ...columns.map((name, place) => ({ value: String(place), label: name })),
        ]}
        chosen={filter.dependent === null ? any : String(columns.indexOf(filter.dependent))}
        onChoose={(place) =>
          onFilter({ ...filter, dependent: place === any ? null : (columns[Number(place)] ?? null) })
        }
      />
    </div>
  );
}
