import type { Catalog } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';

export interface TableChoice {
  readonly value: string;
  readonly label: string;
  readonly table: ObjectName;
}

/** The tables of a catalog, to choose one from. */
export function tableChoices({ tables }: Pick<Catalog, 'tables'>): readonly TableChoice[] {
  return tables.map(({ schema, name }) => ({
    value: objectKey({ schema, name }),
    label: qualifiedName({ schema, name }),
    table: { schema, name },
  }));
}

export const pendingNote = 'What is drawn and not run yet is not in here: these are the tables as they stand.';
