import { archiveSchema } from '#core/catalog/archive-schema.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';

export interface TableChoice {
  readonly value: string;
  readonly label: string;
  readonly table: ObjectName;
}

/** The tables of a catalog, to choose one from: those that are worked on first, the lesson's archive last. */
export function tableChoices({ tables }: Pick<Catalog, 'tables'>): readonly TableChoice[] {
  return tables
    .toSorted((one, other) => order(one) - order(other))
    .map(({ schema, name }) => ({
      value: objectKey({ schema, name }),
      label: qualifiedName({ schema, name }),
      table: { schema, name },
    }));
}

function order({ schema }: ObjectName): number {
  if (schema === 'public') return 0;
  return schema === archiveSchema ? 2 : 1;
}

export const pendingNote = 'What is drawn and not run yet is not in here: these are the tables as they stand.';
