import { KeyRound } from 'lucide-react';
import type { CandidateKeys, PrimeAttributes } from '#core/relational/candidate-keys.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { keyText, namesText } from './dependency-words.ts';
import styles from './keys-view.module.css';

interface KeysViewProps {
  readonly keys: CandidateKeys;
  readonly prime: PrimeAttributes;
}

/** So many keys are read at a glance; the others open on demand. */
const mostAtOnce = 12;

/** All candidate keys, and the attributes that are in one. */
export function KeysView({ keys: { keys, isComplete }, prime: { prime, undecided } }: KeysViewProps) {
  const first = keys.slice(0, mostAtOnce);
  const others = keys.slice(mostAtOnce);
  return (
    <dl className={styles.keys}>
      <div>
        <dt>{keys.length === 1 ? 'Candidate key' : `${formatCount(keys.length)} candidate keys`}</dt>
        <dd>
          <KeyList label="Candidate keys" keys={first} />
          {!isComplete && (
            <p className={styles.cut} role="status">
              Too many keys: these are the first {formatCount(keys.length)}.
            </p>
          )}
          {others.length > 0 && (
            <Disclosure summary={`${formatCount(others.length)} more`}>
              <KeyList label="More candidate keys" keys={others} />
            </Disclosure>
          )}
        </dd>
      </div>
      <div>
        <dt>Prime attributes</dt>
        <dd>
          <code>{namesText(prime)}</code>
          {undecided.length > 0 && (
            <p className={styles.cut}>
              Not to be told in reasonable time: <code>{namesText(undecided)}</code>
            </p>
          )}
        </dd>
      </div>
    </dl>
  );
}

function KeyList({ label, keys }: { readonly label: string; readonly keys: readonly (readonly string[])[] }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {keys.map((key) => (
        <li key={key.join('\0')}>
          <KeyRound aria-hidden="true" />
          <code>{keyText(key)}</code>
        </li>
      ))}
    </ul>
  );
}
