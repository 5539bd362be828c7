import type { Catalog, View } from '#core/catalog/catalog.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { tokensOf } from './sql-text.ts';
import { isRetyped, type TableChanges } from './table-changes.ts';
import { viewWithNewNames } from './with-new-names.ts';

export interface ViewPlan {
  /** To be dropped at the beginning, those that use others first. */
  readonly drop: readonly View[];
  /** To be made at the end, in order. */
  readonly create: readonly View[];
}

/**
 * Views are never altered: one that becomes another, or that names a column which goes or gets another type, is dropped
 * first and made again at the end, and so are those that use it. A view of a table that goes, goes with it.
 */
export function planViews(
  live: Catalog,
  wanted: Catalog,
  changes: readonly TableChanges[],
  dropped: readonly ObjectName[],
): ViewPlan {
  const gone = new Set(dropped.map(objectKey));
  const after = new Map(wanted.views.map((view) => [objectKey(view), view]));
  const going = new Set<string>();
  const isStale = (view: View): boolean => {
    const next = after.get(objectKey(view));
    return (
      next === undefined ||
      next.definition !== view.definition ||
      next.materialized !== view.materialized ||
      next.comment !== view.comment ||
      !isSameData([next.indexes, next.triggers], [view.indexes, view.triggers]) ||
      view.dependsOn.some((name) => gone.has(objectKey(name)) || going.has(objectKey(name))) ||
      changes.some((change) => isInTheWay(view, change))
    );
  };
  // Each round finds the views that use those of the round before.
  for (let found = true; found;) {
    const more = live.views.filter((view) => !going.has(objectKey(view)) && isStale(view));
    for (const view of more) going.add(objectKey(view));
    found = more.length > 0;
  }
  const standing = new Set([...wanted.tables, ...wanted.views].map(objectKey));
  const before = new Map(live.views.map((view) => [objectKey(view), view]));
  const isPossible = (view: View): boolean =>
    view.dependsOn.every((name) => !gone.has(objectKey(name)) || standing.has(objectKey(name)));
  const create = wanted.views
    .filter((view) => (going.has(objectKey(view)) || !before.has(objectKey(view))) && isPossible(view))
    .map((view) =>
      isSameData(view.definition, before.get(objectKey(view))?.definition) ? withNewNames(view, changes) : view,
    );
  return { drop: live.views.filter((view) => going.has(objectKey(view))), create };
}

function isInTheWay(view: View, { columns, pair, primaryKeys }: TableChanges): boolean {
  if (!view.dependsOn.some((name) => objectKey(name) === objectKey(pair.live))) return false;
  const remade = [
    ...columns.removed.map(({ name }) => name),
    ...columns.changed.filter(({ before, after }) => isRetyped(before, after)).map(({ before }) => before.name),
  ];
  const words = new Set(tokensOf(view.definition).flatMap((token) => (token.kind === 'name' ? [token.name] : [])));
  const names = remade.map(
    (name) => pair.live.columns[pair.before.columns.findIndex((column) => column.name === name)]?.name ?? name,
  );
  const losesKey = primaryKeys.removed.length + primaryKeys.changed.length > 0;
  return names.some((name) => words.has(name)) || (losesKey && /\bgroup by\b/i.test(view.definition));
}

function withNewNames(view: View, changes: readonly TableChanges[]): View {
  const used = changes.filter(({ pair }) => view.dependsOn.some((name) => objectKey(name) === objectKey(pair.live)));
  const names = new Map<string, string>();
  for (const { pair } of used) {
    names.set(pair.live.name, pair.after.name);
    for (const [place, { name }] of pair.live.columns.entries())
      names.set(name, pair.before.columns[place]?.name ?? name);
  }
  return [...names].every(([from, to]) => from === to) ? view : viewWithNewNames(view, names);
}
