import { ScrollRegion } from '#ui/scroll-region.tsx';
import styles from './part-table.module.css';

interface PartTableProps {
  readonly attributes: readonly string[];
  readonly parts: readonly (readonly string[])[];
  readonly onChange: (parts: readonly (readonly string[])[]) => void;
}

/** Which attribute goes into which part: a line for each attribute, a check box for each part. */
export function PartTable({ attributes, parts, onChange }: PartTableProps) {
  const put = (part: number, name: string, isIn: boolean): void =>
    onChange(
      parts.map((names, place) =>
        place === part ? attributes.filter((each) => (each === name ? isIn : names.includes(each))) : names,
      ),
    );
  return (
    <ScrollRegion className={styles.frame} label="The parts">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">attribute</th>
            {parts.map((_, part) => (
              <th key={part} scope="col" className={styles.part}>
                part {part + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attributes.map((name) => (
            <tr key={name} data-missing={!parts.some((part) => part.includes(name))}>
              <th scope="row">{name}</th>
              {parts.map((names, part) => (
                <td key={part}>
                  <label className={styles.cell}>
                    <input
                      type="checkbox"
                      aria-label={`${name} in part ${part + 1}`}
                      checked={names.includes(name)}
                      onChange={({ target }) => put(part, name, target.checked)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
