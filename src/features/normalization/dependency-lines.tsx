import type { Closure } from '#core/relational/attribute-closure.ts';
import type { FunctionalDependency, MultivaluedDependency } from '#core/relational/dependency.ts';
import { dependencyText } from './dependency-words.ts';
import type { DependencyLine, SchemeLayout } from './scheme-layout.ts';
import styles from './scheme-picture.module.css';

interface DependencyLinesProps {
  readonly layout: SchemeLayout;
  readonly closure: Closure | null;
  readonly pointed: FunctionalDependency | MultivaluedDependency | null;
}

type LineState = 'plain' | 'lit' | 'faded';

/** The lines of a dependency diagram. What is looked at is drawn last, over the others. */
export function DependencyLines({ layout, closure, pointed }: DependencyLinesProps) {
  const used = new Set<FunctionalDependency>(closure?.steps.map(({ dependency }) => dependency));
  const stateOf = ({ dependency }: DependencyLine): LineState => {
    if (pointed !== null) return dependency === pointed ? 'lit' : 'faded';
    if (closure === null) return 'plain';
    return used.has(dependency) ? 'lit' : 'faded';
  };
  const drawn = layout.lines
    .map((line, place) => ({ line, place, state: stateOf(line) }))
    .toSorted((one, other) => Number(one.state === 'lit') - Number(other.state === 'lit'));
  return (
    <svg
      className={styles.lines}
      width={layout.width}
      height={layout.height}
      role="img"
      aria-label={gist(layout.lines)}
    >
      {drawn.map(({ line, place, state }) => (
        <g key={place} className={styles.line} data-state={state} data-guarded={line.isGuarded} data-kind={line.kind}>
          <title>{dependencyText(line.dependency, line.kind)}</title>
          <path className={styles.hit} d={line.bracket + line.arrows} />
          <path className={styles.bracket} d={line.bracket} />
          <path className={styles.arrows} d={line.arrows} />
          <path className={styles.heads} d={line.heads} />
          {line.dots.map(({ x, y }) => (
            <circle key={`${x} ${y}`} className={styles.dot} cx={x} cy={y} r={2.5} />
          ))}
          {line.nothing !== null && (
            <>
              <circle className={styles.nothing} cx={line.nothing.x} cy={line.nothing.y} r={7} />
              <text className={styles.nothingText} x={line.nothing.x} y={line.nothing.y} dy="0.35em">
                ∅
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}

/** As many as somebody may want to have read aloud; the table has them all. */
const mostNamed = 12;

function gist(lines: readonly DependencyLine[]): string {
  if (lines.length === 0) return 'No dependencies.';
  const named = lines.slice(0, mostNamed).map(({ dependency, kind }) => dependencyText(dependency, kind));
  const more = lines.length > mostNamed ? `; and ${lines.length - mostNamed} more` : '';
  return `Dependencies: ${named.join('; ')}${more}.`;
}
