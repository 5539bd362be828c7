import type { ObjectName } from '#core/catalog/object-name.ts';
import { tokensOf, type SqlToken } from './sql-text.ts';

/**
 * The objects that a text of SQL may mean: every name in it as one of `public`, every pair of names with a dot between
 * also as schema and name. Most of them are columns and keywords; the caller looks up what there is. Names within
 * strings count, since `nextval('orders_id_seq'::regclass)` and the bodies of functions hold theirs there.
 */
export function namedIn(sql: string): readonly ObjectName[] {
  const tokens = tokensOf(sql).filter(({ kind, text }) => kind !== 'other' || text.trim() !== '');
  return tokens.flatMap((token, index) => {
    if (token.kind === 'string') return namedIn(token.value);
    if (token.kind === 'other') return [];
    const after = afterDot(tokens, index);
    const alone = [
      { schema: 'public', name: token.name },
      { schema: 'pg_temp', name: token.name },
    ];
    return after === null ? alone : [...alone, { schema: token.name, name: after }];
  });
}

function afterDot(tokens: readonly SqlToken[], index: number): string | null {
  const next = tokens[index + 2];
  return tokens[index + 1]?.text === '.' && next?.kind === 'name' ? next.name : null;
}
