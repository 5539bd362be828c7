import { Fragment } from 'react';
import { keyText, nameText } from './dependency-words.ts';
import styles from './theory.module.css';

interface PartBoxProps {
  readonly attributes: readonly string[];
  /** Where they are known: the first is underlined, others are named. */
  readonly keys?: readonly (readonly string[])[];
}

/** A relation on paper: its attributes, with a key underlined. */
export function PartBox({ attributes, keys = [] }: PartBoxProps) {
  const [key = [], ...others] = keys;
  return (
    <span className={styles.part}>
      {attributes.map((name, place) => (
        <Fragment key={name}>
          {place > 0 && ', '}
          {key.includes(name) ? <u>{nameText(name)}</u> : nameText(name)}
        </Fragment>
      ))}
      {keys.length > 0 && (
        <small>
          key {keyText(key)}
          {others.length > 0 && ` or ${others.slice(0, 3).map(keyText).join(' or ')}`}
          {others.length > 3 && ` or ${others.length - 3} more`}
        </small>
      )}
    </span>
  );
}
