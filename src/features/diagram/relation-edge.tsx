import { EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { circleRadiusPx, type RoutedLine } from '#core/diagram/route-line.ts';
import styles from './relation-edge.module.css';

export interface RelationEdgeData extends Record<string, unknown> {
  readonly route: RoutedLine;
  readonly kind: 'relation' | 'reading';
  /** The constraint's name and its actions. */
  readonly label: string;
  readonly sentence: string;
  /** `lit` is of a table that is looked at, `pointed` is looked at itself. */
  readonly state: 'plain' | 'lit' | 'pointed' | 'faded' | 'selected';
  readonly isDrawn: boolean;
}

export type RelationFlowEdge = Edge<RelationEdgeData, 'relation'>;

/** A foreign key as a line with crow's feet, from column to column; dashed where it is drawn only, or a view reads. */
export function RelationEdge({ data }: EdgeProps<RelationFlowEdge>) {
  if (data === undefined) return null;
  const { route, kind, label, sentence, state, isDrawn } = data;
  const isLabelled = label !== '' && (state === 'pointed' || state === 'selected');
  return (
    <>
      <g className={styles.relation} data-state={state} data-kind={kind} data-drawn={isDrawn}>
        <title>{[label, sentence].filter((words) => words !== '').join('. ')}</title>
        <path className={styles.hit} d={route.path} />
        <path className={styles.line} d={route.path} />
        {route.feet !== '' && <path className={styles.feet} d={route.feet} />}
        {route.circles.map(({ x, y }) => (
          <circle key={`${x} ${y}`} className={styles.zero} cx={x} cy={y} r={circleRadiusPx} />
        ))}
      </g>
      {isLabelled && (
        <EdgeLabelRenderer>
          <span
            className={styles.label}
            data-state={state}
            style={{ transform: `translate(-50%, -50%) translate(${route.middle.x}px, ${route.middle.y}px)` }}
          >
            {label}
            {isDrawn && ' · drawn, not run'}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
