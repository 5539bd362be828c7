import { Check, KeyRound } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Closure } from '#core/relational/attribute-closure.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { stepOf } from './closure-words.ts';
import type { AttributeBox } from './scheme-layout.ts';
import styles from './scheme-picture.module.css';

interface AttributeBoxesProps {
  readonly boxes: readonly AttributeBox[];
  readonly direction: 'row' | 'column';
  readonly prime: ReadonlySet<string>;
  readonly selected: readonly string[];
  readonly closure: Closure | null;
  readonly onToggle: (attribute: string) => void;
}

/** The attributes as buttons: one stop of Tab, and arrow keys from one to the next, since there may be sixty. */
export function AttributeBoxes({ boxes, direction, prime, selected, closure, onToggle }: AttributeBoxesProps) {
  const [current, setCurrent] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const stop = Math.min(current, boxes.length - 1);

  function move(event: KeyboardEvent): void {
    const target = targetOf(event.key, stop, boxes.length);
    if (target === null) return;
    event.preventDefault();
    group.current?.querySelectorAll('button')[target]?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus
    <div
      ref={group}
      className={styles.boxes}
      role="toolbar"
      aria-label="Attributes"
      aria-orientation={direction === 'row' ? 'horizontal' : 'vertical'}
      onKeyDown={move}
    >
      {boxes.map(({ name, x, y, width, height }, place) => {
        const isChosen = selected.includes(name);
        const step = closure === null || isChosen ? null : stepOf(closure, name);
        const isKnown = !isChosen && (closure?.attributes.includes(name) ?? false);
        return (
          <button
            key={name}
            type="button"
            className={styles.box}
            style={{ left: x, top: y, width, height }}
            title={name}
            tabIndex={place === stop ? 0 : -1}
            aria-pressed={isChosen}
            data-known={isKnown}
            data-unknown={closure !== null && !isChosen && !isKnown}
            onFocus={() => setCurrent(place)}
            onClick={() => onToggle(name)}
          >
            <span className={styles.sign}>{prime.has(name) && <KeyRound aria-hidden="true" />}</span>
            <span className={styles.name} data-prime={prime.has(name)}>
              {name}
            </span>
            <span className={styles.step}>
              {isChosen && <Check aria-hidden="true" />}
              {step !== null && <span aria-hidden="true">{step}</span>}
            </span>
            {prime.has(name) && <VisuallyHidden>, in a key</VisuallyHidden>}
            {isKnown && <VisuallyHidden>, known{step !== null && ` by step ${step}`}</VisuallyHidden>}
          </button>
        );
      })}
    </div>
  );
}

function targetOf(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(place - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
