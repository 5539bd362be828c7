import type { BcnfResults } from '#core/relational/all-bcnf-decompositions.ts';
import { formatCount } from '#ui/format-quantity.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { LostWords } from './lost-words.tsx';
import { PartBox } from './part-box.tsx';
import styles from './theory.module.css';

/** So many results are read at once; the others open on demand. */
const mostAtOnce = 10;

/** Every set of parts that some order of splitting leads to, with what each loses. */
export function AllBcnfView({ results: { results, isComplete } }: { readonly results: BcnfResults }) {
  const others = results.slice(mostAtOnce);
  return (
    <div className={styles.group}>
      <h4 className={styles.subtitle}>
        {results.length === 1
          ? 'Every order leads to the same'
          : `${formatCount(results.length)} distinct results, by what is split first`}
      </h4>
      <p className={styles.words}>
        {results.length > 1 && `A BCNF decomposition is not unique: all of these are lossless${keepingWords(results)}.`}
        {!isComplete && ' There are more: these are the first that were found.'}
      </p>
      <Results results={results.slice(0, mostAtOnce)} />
      {others.length > 0 && (
        <Disclosure summary={`${formatCount(others.length)} more`}>
          <Results results={others} />
        </Disclosure>
      )}
    </div>
  );
}

function Results({ results }: Pick<BcnfResults, 'results'>) {
  return (
    <ul className={styles.results}>
      {results.map(({ parts, lost }, place) => (
        <li key={place}>
          <p className={styles.parts}>
            {parts.map((attributes) => (
              <PartBox key={attributes.join('\0')} attributes={attributes} />
            ))}
          </p>
          <LostWords lost={lost} isShort />
        </li>
      ))}
    </ul>
  );
}

function keepingWords(results: BcnfResults['results']): string {
  const keeping = results.filter(({ lost }) => lost.length === 0).length;
  if (keeping === results.length) return ', and keep all dependencies';
  if (keeping === 0) return ', and each loses a dependency';
  return keeping === 1 ? ', and one keeps all dependencies' : `, and ${formatCount(keeping)} keep all dependencies`;
}
