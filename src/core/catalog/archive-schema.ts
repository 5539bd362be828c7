import type { Catalog } from './catalog.ts';

/** Where a lesson puts away what it compares with: no part of the learner's design. */
export const archiveSchema = 'kept';

/** The learner's own design, for pictures, tests and reviews of it. */
export function withoutArchive(catalog: Catalog): Catalog {
  if (!hasArchive(catalog)) return catalog;
  return { ...catalog, tables: catalog.tables.filter(isOwn), views: catalog.views.filter(isOwn) };
}

function isOwn({ schema }: { readonly schema: string }): boolean {
  return schema !== archiveSchema;
}

/** Whether there is anything to leave out. */
export function hasArchive({ tables }: Pick<Catalog, 'tables'>): boolean {
  return tables.some(({ schema }) => schema === archiveSchema);
}
