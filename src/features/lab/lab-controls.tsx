import { Disclosure } from '#ui/disclosure.tsx';
import type { FieldProblem, LabField, LabValue, LabValues } from '#content/labs/lab-card.ts';
import { FieldControl } from './field-control.tsx';
import styles from './lab-controls.module.css';

interface LabControlsProps {
  readonly fields: readonly LabField[];
  readonly values: LabValues;
  readonly problems: readonly FieldProblem[];
  /** A lesson has set the others: they are folded away. */
  readonly isOfLesson: boolean;
  /** Paths of the fields that can be moved. */
  readonly controls: readonly string[];
  readonly onChange: (path: string, value: LabValue) => void;
}

/** The parameters in their groups: what can be moved stands open, what a lesson has fixed folded away behind it. */
export function LabControls({ fields, values, problems, isOfLesson, controls, onChange }: LabControlsProps) {
  const groups = [...new Set(fields.map(({ group }) => group))];
  const isMoved = ({ path }: LabField) => controls.includes(path);
  const draw = (field: LabField) => (
    <FieldControl
      key={field.path}
      field={field}
      value={values[field.path] ?? field.initial}
      problem={problems.find(({ path }) => path === field.path)?.message ?? null}
      isGiven={!isMoved(field)}
      onChange={(value) => onChange(field.path, value)}
    />
  );
  if (isOfLesson && !fields.every(isMoved)) {
    return (
      <div className={styles.controls}>
        <div className={styles.fields}>{fields.filter(isMoved).map(draw)}</div>
        <Disclosure summary="What this lesson has set">
          <div className={styles.fields}>{fields.filter((field) => !isMoved(field)).map(draw)}</div>
        </Disclosure>
      </div>
    );
  }
  return (
    <div className={styles.controls}>
      {groups.map((group, place) => (
        <Disclosure key={group} summary={group} isOpenAtFirst={place < openGroups || hasProblem(group)}>
          <div className={styles.fields}>{fields.filter((field) => field.group === group).map(draw)}</div>
        </Disclosure>
      ))}
    </div>
  );

  function hasProblem(group: string): boolean {
    return fields.some((field) => field.group === group && problems.some(({ path }) => path === field.path));
  }
}

/** The first groups are what a lab is about. */
const openGroups = 2;
