import type { Catalog, Table, View } from '#core/catalog/catalog.ts';
import { isSameObject, sqlName, type ObjectName } from '#core/catalog/object-name.ts';

/**
 * A change of a table's columns that PostgreSQL refuses as long as a view reads them: the views that do, directly or by
 * way of others, are dropped before and made again after it.
 */
export function withViewsAside(catalog: Catalog, table: Table, sql: string): string {
  const views = viewsOn(catalog, table);
  if (views.length === 0) return sql;
  const dropped = views.toReversed().map((view) => `drop ${kindOf(view)} ${sqlName(view)};`);
  const made = views.map((view) => {
    return `create ${kindOf(view)} ${sqlName(view)} as\n${view.definition.trim().replace(/;$/, '')};`;
  });
  return [...dropped, sql, ...made].join('\n');
}

/** Each after those that it reads. */
function viewsOn({ views }: Catalog, table: ObjectName): readonly View[] {
  const found: View[] = [];
  let grows = true;
  while (grows) {
    const more = views.filter(
      (view) =>
        !found.includes(view) &&
        view.dependsOn.some((name) => isSameObject(name, table) || found.some((other) => isSameObject(other, name))),
    );
    found.push(...more);
    grows = more.length > 0;
  }
  return sorted(found);
}

function sorted(views: readonly View[]): readonly View[] {
  const done: View[] = [];
  let left = views;
  while (left.length > 0) {
    const ready = left.filter(
      (view) => !left.some((other) => view.dependsOn.some((name) => isSameObject(name, other))),
    );
    done.push(...(ready.length === 0 ? left : ready));
    left = ready.length === 0 ? [] : left.filter((view) => !ready.includes(view));
  }
  return done;
}

function kindOf({ materialized }: View): string {
  return materialized ? 'materialized view' : 'view';
}
