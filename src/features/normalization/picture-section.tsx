import { useRef, useState } from 'react';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { Button } from '#ui/button.tsx';
import { AttributePicker } from './attribute-picker.tsx';
import { readClosure } from './closure-words.ts';
import { ClosureView } from './closure-view.tsx';
import { SchemePicture } from './scheme-picture.tsx';
import { SchemeTables } from './scheme-tables.tsx';
import styles from './dependencies.module.css';

interface PictureSectionProps {
  readonly relation: LiveRelation;
  readonly keys: readonly (readonly string[])[];
  readonly pointed: FunctionalDependency | null;
  readonly onPoint: (dependency: FunctionalDependency | null) => void;
}

/** The table as a dependency diagram or as tables, with the closure of what is chosen in either. */
export function PictureSection({ relation: { table, scheme, declared }, keys, pointed, onPoint }: PictureSectionProps) {
  const section = useRef<HTMLElement>(null);
  const [isTable, setIsTable] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // A column may have been dropped since it was pressed.
  const selected = chosen.filter((name) => scheme.attributes.includes(name));
  const reading = selected.length === 0 ? null : readClosure(scheme, selected);
  const closure = reading?.closure ?? null;

  function toggle(name: string): void {
    setChosen(selected.includes(name) ? selected.filter((other) => other !== name) : [...selected, name]);
    // Its closure is to be seen now, and no single dependency.
    onPoint(null);
  }

  function clear(): void {
    setChosen([]);
    // The button that was pressed is gone then.
    section.current?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"], input')?.focus();
  }

  const closureView = <ClosureView selected={selected} reading={reading} onClear={clear} />;
  return (
    <section ref={section} className={styles.section} aria-label="Picture and closure">
      <div className={styles.head}>
        <h3 className={styles.title}>
          What determines what in <code>{qualifiedName(table)}</code>
        </h3>
        <Button onClick={() => setIsTable(!isTable)}>{isTable ? 'As a picture' : 'As a table'}</Button>
      </div>
      {isTable ? (
        <>
          <AttributePicker label="Closure of" attributes={scheme.attributes} chosen={selected} onChoose={setChosen} />
          <SchemeTables {...{ scheme, keys, selected, closure }} guarded={declared} />
        </>
      ) : (
        <SchemePicture {...{ scheme, keys, selected, closure, pointed }} guarded={declared} onToggle={toggle}>
          {closureView}
        </SchemePicture>
      )}
      {isTable && closureView}
    </section>
  );
}
