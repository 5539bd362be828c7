import type { LabCard } from '#content/labs/lab-card.ts';
import { parameterText } from '#content/labs/parameter-text.ts';
import { shownFields } from '#content/labs/shown-fields.ts';
import styles from './lab-introduction.module.css';

/** What a lab can be set to, to be read before it runs, or where no script does. */
export function LabIntroduction({ card }: { readonly card: LabCard }) {
  return (
    <div className={styles.introduction}>
      <p>The lab computes in your browser as soon as its scripts have arrived. These are its parameters:</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">begins with</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {shownFields(card).map((field) => (
            <tr key={field.path}>
              <th scope="row">{field.label}</th>
              <td>{parameterText(field, card.example[field.path])}</td>
              <td>{field.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
