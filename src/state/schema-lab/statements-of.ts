import type { Catalog } from '#core/catalog/catalog.ts';
import { alterScript } from '#core/catalog/ddl/alter-script.ts';
import type { DdlStatement } from '#core/catalog/ddl/ddl-statement.ts';
import type { Design } from '#core/design/design.ts';
import type { AppState } from '#state/app-state.ts';
import { designOf } from './design-of.ts';

let last: { readonly live: Catalog; readonly design: Design; readonly statements: readonly DdlStatement[] } | null =
  null;

const none: readonly DdlStatement[] = [];

/** The statements that make of the live schema what is drawn, the same list as long as neither changes. */
export function statementsOf({ catalog, edits }: Pick<AppState, 'catalog' | 'edits'>): readonly DdlStatement[] {
  const design = designOf({ catalog, edits });
  if (catalog === null || design === null || design.catalog === catalog) return none;
  if (last?.live !== catalog || last.design !== design) {
    last = { live: catalog, design, statements: alterScript(catalog, design.catalog, design.lineage) };
  }
  return last.statements;
}
