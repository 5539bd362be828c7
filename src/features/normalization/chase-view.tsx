import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { tableauAfter, type Chase } from '#core/relational/chase.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { chaseStepWords, tableauCells } from './chase-words.ts';
import styles from './chase-view.module.css';

interface ChaseViewProps {
  readonly chase: Chase;
  /** What its symbols stand for, said at the beginning. */
  readonly legend: string;
  /** What each row of the beginning stands for, as in the attributes of a part. */
  readonly rowNames: readonly string[];
}

/** So many rows are drawn; only multivalued dependencies ask for more. */
const mostRows = 60;

/** A tableau, step by step; what a step has changed is marked. */
export function ChaseView({ chase, legend, rowNames }: ChaseViewProps) {
  const { attributes, steps } = chase;
  const [wanted, setWanted] = useState(0);
  const place = Math.min(wanted, steps.length);
  const step = place === 0 ? undefined : steps[place - 1];
  const rows = tableauAfter(chase, place);
  const cells = tableauCells(place === 0 ? null : tableauAfter(chase, place - 1), rows);
  const go = (icon: typeof ChevronLeft, label: string, to: number) => (
    <IconButton icon={icon} label={label} disabled={to === place} focusableWhenDisabled onClick={() => setWanted(to)} />
  );
  return (
    <div className={styles.chase}>
      {steps.length > 0 && (
        <div className={styles.bar} role="group" aria-label="Steps of the chase">
          {go(ChevronFirst, 'To the beginning', 0)}
          {go(ChevronLeft, 'One step back', Math.max(0, place - 1))}
          <span className={styles.count}>
            step {place} of {steps.length}
          </span>
          {go(ChevronRight, 'One step on', Math.min(steps.length, place + 1))}
          {go(ChevronLast, 'To the end', steps.length)}
        </div>
      )}
      <p className={styles.words} role="status">
        {step === undefined ? legend : <InlineCode text={chaseStepWords(step, attributes)} />}
      </p>
      <ScrollRegion className={styles.frame} label="The tableau">
        <table className={styles.table}>
          <caption className={styles.caption}>The tableau after step {place}</caption>
          <thead>
            <tr>
              <th scope="col">row</th>
              {attributes.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, mostRows).map((row, at) => (
              <tr key={at} data-used={step?.rows.includes(at) ?? false}>
                <th scope="row">
                  {at + 1}
                  {rowNames[at] !== undefined && <small>{rowNames[at]}</small>}
                </th>
                {row.map(({ text, isDistinguished, isChanged }, column) => (
                  <td key={column} data-distinguished={isDistinguished} data-changed={isChanged}>
                    {text}
                    {isChanged && <VisuallyHidden> changed</VisuallyHidden>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length > mostRows && (
        <p className={styles.words}>
          {mostRows} of {rows.length} rows
        </p>
      )}
    </div>
  );
}
