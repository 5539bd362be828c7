import type { ReactNode } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import { ChangeBadge } from './change-badge.tsx';
import { signatureOf } from '#core/catalog/declaration-words.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { Change } from '#core/catalog/schema-marks.ts';
import styles from './schema-view.module.css';

interface OtherThingsProps {
  readonly catalog: Catalog;
  /** By kind and name, as `SchemaMarks` has them. */
  readonly changes: ReadonlyMap<string, Change>;
}

/** Views, functions, types and sequences, a line each. */
export function OtherThings({ catalog, changes }: OtherThingsProps) {
  const { views, functions, types, sequences } = catalog;
  return (
    <>
      <Things
        title="Views"
        kind="view"
        changes={changes}
        things={views.map((view) => ({
          name: qualifiedName(view),
          words: `${view.materialized ? 'materialized · ' : ''}${view.columns.map(({ name }) => name).join(', ')}`,
          title: view.definition,
        }))}
      />
      <Things
        title="Functions"
        kind="function"
        changes={changes}
        things={functions.map((routine) => ({
          name: signatureOf(routine),
          words: [routine.returns === null ? routine.kind : `→ ${routine.returns}`, routine.language].join(' · '),
        }))}
      />
      <Things
        title="Types"
        kind="type"
        changes={changes}
        things={types.map((type) => ({
          name: qualifiedName(type),
          words: type.labels.length === 0 ? type.kind : type.labels.map((label) => `'${label}'`).join(', '),
        }))}
      />
      <Things
        title="Sequences"
        kind="sequence"
        changes={changes}
        things={sequences.map((sequence) => ({
          name: qualifiedName(sequence),
          words: sequence.ownedBy === null ? '' : `of ${sequence.ownedBy.replace(/^public\./, '')}`,
        }))}
      />
    </>
  );
}

interface ThingsProps {
  readonly title: string;
  readonly kind: string;
  readonly changes: ReadonlyMap<string, Change>;
  readonly things: readonly { readonly name: string; readonly words: string; readonly title?: string }[];
}

function Things({ title, kind, changes, things }: ThingsProps): ReactNode {
  if (things.length === 0) return null;
  return (
    <section className={styles.things} aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {things.map(({ name, words, title: tip }) => {
          const change = changes.get(`${kind} ${name}`);
          return (
            <li key={name} title={tip} data-change={change}>
              <b>{name}</b> <span>{words}</span> <ChangeBadge change={change} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
