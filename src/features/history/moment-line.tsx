import { CircleCheck, CircleX, Eye, Flag, RotateCcw } from 'lucide-react';
import type { LessonMoment } from '#state/undo/lesson-moment.ts';
import { Badge } from '#ui/badge.tsx';
import { clockTime, firstLine, fullTime } from './history-words.ts';
import styles from './history-view.module.css';

const icons = { opening: Flag, found: Flag, event: RotateCcw, failed: CircleX, changed: CircleCheck, looked: Eye };

interface MomentLineProps {
  readonly moment: LessonMoment;
  readonly isUndone: boolean;
  readonly isCurrent: boolean;
}

/** What led to a state of the database: its number, its first line, what it changed. */
export function MomentLine({ moment, isUndone, isCurrent }: MomentLineProps) {
  const Icon = icons[signOf(moment)];
  return (
    <span className={styles.momentLine} data-failed={(moment.kind === 'run' && moment.hasFailed) || undefined}>
      <span className={styles.number}>{moment.id === 0 ? '' : moment.id}</span>
      <Icon aria-hidden="true" />
      <Name moment={moment} />
      <span className={styles.marks}>
        {isCurrent && <Badge tone="changed">Now</Badge>}
        {isUndone && <Badge>Undone</Badge>}
        <time dateTime={new Date(moment.atMs).toISOString()} title={fullTime(moment.atMs)}>
          {clockTime(moment.atMs)}
        </time>
      </span>
      {moment.kind === 'run' && <span className={styles.change}>{moment.words}</span>}
    </span>
  );
}

function Name({ moment }: Pick<MomentLineProps, 'moment'>) {
  switch (moment.kind) {
    case 'run':
      return <code>{firstLine(moment.sql)}</code>;
    case 'event':
      return <span>{moment.title}</span>;
    case 'found':
      return <span>The step as you left it</span>;
    case 'opening':
      return <span>The step as it was opened</span>;
  }
}

function signOf(moment: LessonMoment): keyof typeof icons {
  if (moment.kind !== 'run') return moment.kind;
  if (moment.hasFailed) return 'failed';
  return moment.isChange ? 'changed' : 'looked';
}
