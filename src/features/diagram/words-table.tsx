import { ScrollRegion } from '#ui/scroll-region.tsx';
import styles from './tables-view.module.css';

interface WordsTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of names and sentences: nothing is cut off, long words break, the first column names the row. */
export function WordsTable({ caption, columns, rows }: WordsTableProps) {
  return (
    <ScrollRegion className={styles.frame} label={caption}>
      <table className={styles.words}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...rest]) => (
            <tr key={JSON.stringify([name, ...rest])}>
              <th scope="row">{name}</th>
              {rest.map((text, place) => (
                <td key={columns[place + 1]} data-column={columns[place + 1]}>
                  {text === '' ? '–' : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
