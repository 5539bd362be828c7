import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import type { NormalForm } from '#core/relational/dependency.ts';
import { closedMap, flag, listOf, mapOf, oneOf, text } from '#content/yaml-schema.ts';
import * as v from 'valibot';
import { dependencyParam } from './dependency-param.ts';

/** What an author asks of a design. */
export interface NormalFormParams {
  readonly form: NormalForm;
  /** Null for the tables made or changed in the step. */
  readonly relations: readonly string[] | null;
  readonly dependencies: readonly WrittenDependency[];
  /** Plain data, since params travel in lessons as JSON. */
  readonly columns: readonly (readonly [column: string, attribute: string])[];
  readonly isLossless: boolean;
  readonly isPreserving: boolean;
  readonly rowsOf: string | null;
}

export const normalFormSchema = v.pipe(
  closedMap({
    form: oneOf(['2NF', '3NF', 'BCNF', '4NF']),
    relations: v.exactOptional(listOf(text, 'tables')),
    dependencies: listOf(dependencyParam, 'dependencies'),
    columns: v.exactOptional(mapOf(text, 'a map from columns to attributes, such as `{ addr_city: city }`')),
    lossless: v.exactOptional(flag),
    preserving: v.exactOptional(flag),
    'rows-of': v.exactOptional(text),
  }),
  v.check(
    ({ form, dependencies }) => form !== '4NF' || dependencies.some(({ kind }) => kind === 'multivalued'),
    'asks for 4NF, and names no dependency with `->>`: without one, a table is in BCNF at most.',
  ),
  v.transform(
    ({ form, relations, dependencies, columns, lossless, preserving, 'rows-of': rows }): NormalFormParams => ({
      form,
      relations: relations ?? null,
      dependencies,
      columns: Object.entries(columns ?? {}),
      isLossless: lossless ?? false,
      isPreserving: preserving ?? false,
      rowsOf: rows ?? null,
    }),
  ),
);
