import type { LabParameter } from './lab-state.ts';
import styles from './lab-card.module.css';

interface LabParametersProps {
  readonly caption: string;
  readonly parameters: readonly LabParameter[];
  /** Says beside each whether it is the learner's to move: no news where all are. */
  readonly areMixed?: boolean;
}

/** What a lab is set to, as a small table. */
export function LabParameters({ caption, parameters, areMixed = false }: LabParametersProps) {
  if (parameters.length === 0) return null;
  return (
    <table className={styles.parameters}>
      <caption>{caption}</caption>
      <tbody>
        {parameters.map(({ path, label, value, isFree, isMoved }) => (
          <tr key={path}>
            <th scope="row">
              {label}
              {areMixed && isFree && <small className={styles.free}>yours to move</small>}
            </th>
            <td data-moved={isMoved || undefined}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
