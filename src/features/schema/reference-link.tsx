import { ArrowRight } from 'lucide-react';
import type { ForeignKey } from '#core/catalog/catalog.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { actionWords } from '#core/catalog/declaration-words.ts';
import styles from './table-card.module.css';
import { qualifiedName } from '#core/catalog/object-name.ts';

interface ReferenceLinkProps {
  readonly foreignKey: ForeignKey;
  readonly onShowTable: (name: string) => void;
}

/** Where a foreign key points; pressed, it goes there. */
export function ReferenceLink({ foreignKey, onShowTable }: ReferenceLinkProps) {
  const { schema, table, columns } = foreignKey.references;
  const target = qualifiedName({ schema, name: table });
  return (
    <span className={styles.reference}>
      <button type="button" onClick={() => onShowTable(target)} title={`Go to ${target}`}>
        <ArrowRight aria-hidden="true" />
        <VisuallyHidden>references </VisuallyHidden>
        {target}({columns.join(', ')})
      </button>{' '}
      {actionWords(foreignKey)}
    </span>
  );
}
