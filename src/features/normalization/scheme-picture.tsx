import { useMemo, useRef, type ReactNode } from 'react';
import type { Closure } from '#core/relational/attribute-closure.ts';
import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from '#core/relational/dependency.ts';
import { useWidth } from '#ui/use-size.ts';
import { AttributeBoxes } from './attribute-boxes.tsx';
import { DependencyLines } from './dependency-lines.tsx';
import { layOutScheme } from './scheme-layout.ts';
import styles from './scheme-picture.module.css';

interface SchemePictureProps {
  readonly scheme: RelationScheme;
  /** Its candidate keys: whose attributes are marked. */
  readonly keys: readonly (readonly string[])[];
  /** The attributes whose closure is looked at. */
  readonly selected: readonly string[];
  /** Of what is selected; null while nothing is. */
  readonly closure: Closure | null;
  /** Those of its dependencies that the table's own declarations guard: drawn on the other side. */
  readonly guarded?: readonly FunctionalDependency[];
  /** A dependency of the scheme that is looked at elsewhere. */
  readonly pointed?: FunctionalDependency | MultivaluedDependency | null;
  readonly onToggle: (attribute: string) => void;
  /** Stands below, or beside where there is room: what is said of the picture. */
  readonly children?: ReactNode;
}

const unmeasuredWidth = 640;
/** What is taller scrolls by itself, so that what is said of it stays near. */
const mostHeight = 1000;
const none: readonly FunctionalDependency[] = [];

/**
 * A relation as a dependency diagram: attributes as a row, or as a column where there is no room, and each dependency as a
 * line with arrows. Each attribute is a button; what is pressed together has its closure lit.
 */
export function SchemePicture(props: SchemePictureProps) {
  const { scheme, keys, selected, closure, guarded = none, pointed = null, onToggle, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, unmeasuredWidth);
  // Pressing an attribute moves nothing: sixty of them take some milliseconds to be laid out.
  const layout = useMemo(() => layOutScheme(scheme, guarded, width), [scheme, guarded, width]);
  return (
    <div ref={place} className={styles.place}>
      <div className={styles.sight} data-tall={layout.height > mostHeight}>
        <div className={styles.picture} style={{ width: layout.width, height: layout.height }}>
          <DependencyLines layout={layout} closure={closure} pointed={pointed} />
          <AttributeBoxes
            boxes={layout.boxes}
            direction={layout.direction}
            prime={new Set(keys.flat())}
            selected={selected}
            closure={closure}
            onToggle={onToggle}
          />
        </div>
      </div>
      {children !== undefined && <div className={styles.aside}>{children}</div>}
    </div>
  );
}
