import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';
import type { Ask } from '#core/normalization/answers-of.ts';
import { askAnomalyGround, type Anomaly, type AnomalyGround, type Showing } from './anomaly-ground.ts';
import { deletionOnParts, deletionOnWhole } from './deletion-anomaly.ts';
import { insertionOnParts, insertionOnWhole } from './insertion-anomaly.ts';
import type { Migration } from '#core/normalization/migration/migration-ground.ts';
import { listed } from '#core/normalization/migration/migration-notes.ts';
import type { TableSplit } from '#core/normalization/table-split.ts';
import { updateOnParts, updateOnWhole } from './update-anomaly.ts';

export interface AnomaliesRequest {
  readonly catalog: Catalog;
  readonly table: Table;
  readonly split: TableSplit;
  /** What would split it; or why it cannot be split, as a sentence. */
  readonly migration: Result<Migration, string>;
  readonly ask: Ask;
  /** Hears of each as soon as it is known. */
  readonly onAnomaly?: (anomaly: Anomaly) => void;
}

/**
 * The three anomalies of a violation (Codd, Further normalization of the data base relational model, 1972, sections 4
 * and 5), each by a real statement with the table's own values, in a probe of which nothing remains; then by the same
 * on the tables of the split, in a probe that first runs the migration. Some twenty questions. Triggers, checks and
 * rights of the table take part: where they refuse, the anomaly is not shown and that is said.
 */
export async function showAnomalies(request: AnomaliesRequest): Promise<Result<readonly Anomaly[], SqlFailure>> {
  const { catalog, table, split, migration, ask, onAnomaly = () => undefined } = request;
  const asked = await askAnomalyGround({ catalog, table, split, migration, ask });
  if (!asked.ok) return asked;
  const ground = asked.value;
  const anomalies: Anomaly[] = [];
  for (const kind of ['insertion', 'update', 'deletion'] as const) {
    const found = ground === null ? ok(nothing(request)) : await showOne(ground, kind);
    if (!found.ok) return found;
    const anomaly = { kind, ...found.value };
    anomalies.push(anomaly);
    onAnomaly(anomaly);
  }
  return ok(anomalies);
}

type Both = Pick<Anomaly, 'whole' | 'parts'>;

async function showOne(ground: AnomalyGround, kind: Anomaly['kind']): Promise<Result<Both, SqlFailure>> {
  switch (kind) {
    case 'insertion': {
      const whole = await insertionOnWhole(ground);
      return whole.ok ? both(whole, await insertionOnParts(ground, whole.value)) : whole;
    }
    case 'update': {
      const whole = await updateOnWhole(ground);
      return whole.ok ? both(whole, await updateOnParts(ground)) : whole;
    }
    case 'deletion': {
      const whole = await deletionOnWhole(ground);
      return whole.ok ? both(whole, await deletionOnParts(ground)) : whole;
    }
  }
}

/** Where the split itself is refused, only the parts have nothing to show. */
function both(whole: Result<Showing, SqlFailure>, parts: Result<Showing, SqlFailure>): Result<Both, SqlFailure> {
  if (!whole.ok) return whole;
  if (parts.ok) return ok({ whole: whole.value, parts: parts.value });
  if (parts.error.kind !== 'statement') return parts;
  const { message, sqlState } = parts.error;
  const reason = `PostgreSQL refuses the split itself: ${message} (${sqlState}).`;
  return ok({ whole: whole.value, parts: { kind: 'impossible', reason, trial: null } });
}

function nothing({ table, split }: AnomaliesRequest): Both {
  const reason = `In no row of \`${qualifiedName(table)}\` is ${listed(split.dependency.determinant)} known: there are no facts to try anything with. Insert a few rows first.`;
  const showing = { kind: 'impossible', reason, trial: null } as const;
  return { whole: showing, parts: showing };
}
