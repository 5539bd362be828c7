import { Sigma } from 'lucide-react';
import type { ReactNode } from 'react';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { relationOf } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { BcnfTopic } from './bcnf-topic.tsx';
import { CoverTopic } from './cover-topic.tsx';
import { FollowsTopic } from './follows-topic.tsx';
import { SplitTopic } from './split-topic.tsx';
import { SynthesisTopic } from './synthesis-topic.tsx';
import styles from './theory.module.css';

/** The algorithms of the theory on the table of the lab, each with its steps. What is closed is not computed. */
export function TheoryPanel() {
  const relation = useAppStore(relationOf);
  if (relation === null) {
    return (
      <EmptyState icon={Sigma} title="No table yet">
        Create one: covers, splits and proofs are then worked out from its dependencies.
      </EmptyState>
    );
  }
  const { table, scheme, stated } = relation;
  return (
    <div className={styles.panel} key={objectKey(table)}>
      <p className={styles.note}>
        Of <code>{qualifiedName(table)}</code>, by what its keys guard
        {stated.length === 0 ? ' alone: nothing else is stated yet.' : ' and what is stated.'}
      </p>
      <Topic title="Minimal cover" about="the fewest dependencies that say the same" isOpenAtFirst>
        <CoverTopic scheme={scheme} />
      </Topic>
      <Topic title="3NF by synthesis" about="a relation for each determinant of the cover">
        <SynthesisTopic scheme={scheme} />
      </Topic>
      <Topic title="BCNF by splitting" about="until every determinant is a key, and what that loses">
        <BcnfTopic scheme={scheme} />
      </Topic>
      <Topic title="Your own split" about="is its join the whole again? The chase shows it">
        <SplitTopic scheme={scheme} />
      </Topic>
      <Topic title="Does it follow?" about="a proof by Armstrong’s axioms, or two rows that break it">
        <FollowsTopic scheme={scheme} />
      </Topic>
    </div>
  );
}

interface TopicProps {
  readonly title: string;
  readonly about: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

function Topic({ title, about, isOpenAtFirst = false, children }: TopicProps) {
  return (
    <section className={styles.topic} aria-label={title}>
      <Disclosure
        isOpenAtFirst={isOpenAtFirst}
        summary={
          <span className={styles.summary}>
            <b>{title}</b>
            <span>{about}</span>
          </span>
        }
      >
        <div className={styles.body}>{children}</div>
      </Disclosure>
    </section>
  );
}
