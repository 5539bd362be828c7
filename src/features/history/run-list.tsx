import { CircleDot, CornerUpLeft, Redo2, Undo2 } from 'lucide-react';
import type { LessonMoment, LessonUndoList } from '#state/undo/lesson-moment.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { MomentLine } from './moment-line.tsx';
import { placeName } from './moment-words.ts';
import styles from './history-view.module.css';

interface RunListProps {
  readonly list: LessonUndoList;
  /** Whether the database has time to go somewhere. */
  readonly isFree: boolean;
  readonly onGo: (id: number) => void;
  readonly onReuse: (sql: string) => void;
}

/** The states of the database that can be gone to, newest first, with what led to each. */
export function RunList({ list, isFree, onGo, onReuse }: RunListProps) {
  const { moments, at } = list;
  return (
    <ol className={styles.history} reversed>
      {moments
        .map((moment, index) => (
          <li
            key={moment.id}
            className={styles.moment}
            data-undone={index > at || undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <MomentText moment={moment} isUndone={index > at} isCurrent={index === at} onReuse={onReuse} />
            <IconButton
              icon={index === at ? CircleDot : index < at ? Undo2 : Redo2}
              label={index === at ? 'The database stands here' : `Go to ${placeName(moment)}`}
              disabled={index === at || !isFree}
              focusableWhenDisabled
              onClick={() => onGo(moment.id)}
            />
          </li>
        ))
        .toReversed()}
    </ol>
  );
}

interface MomentTextProps {
  readonly moment: LessonMoment;
  readonly isUndone: boolean;
  readonly isCurrent: boolean;
  readonly onReuse: (sql: string) => void;
}

/** A run opens to its whole text; what was not run has no more to show. */
function MomentText({ moment, onReuse, ...place }: MomentTextProps) {
  const line = <MomentLine moment={moment} {...place} />;
  if (moment.kind !== 'run') return <div className={styles.event}>{line}</div>;
  return (
    <div>
      <Disclosure summary={line}>
        <div className={styles.whole}>
          <pre>{moment.sql}</pre>
          <Button onClick={() => onReuse(moment.sql)}>
            <CornerUpLeft aria-hidden="true" />
            Put into the editor
          </Button>
        </div>
      </Disclosure>
    </div>
  );
}
