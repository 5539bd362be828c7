import { reservedWords } from '#core/catalog/reserved-words.ts';
import { scanSql, type SqlToken } from '#core/shared/sql-tokens.ts';

/** SQL with its words in their colours, by the classes of `sql-highlight.css`. */
export function SqlCode({ sql }: { readonly sql: string }) {
  const tokens = scanSql(sql);
  return (
    <code>
      {tokens.map((token, place) => {
        const before = sql.slice(tokens[place - 1]?.end ?? 0, token.start);
        const name = classOf(token);
        return (
          <span key={token.start}>
            {before}
            {name === undefined ? token.text : <span className={name}>{token.text}</span>}
          </span>
        );
      })}
      {sql.slice(tokens.at(-1)?.end ?? 0)}
    </code>
  );
}

function classOf({ kind, text }: SqlToken): string | undefined {
  switch (kind) {
    case 'comment':
    case 'string':
    case 'number':
      return `hljs-${kind}`;
    case 'word':
      return keywords.has(text.toLowerCase()) ? 'hljs-keyword' : undefined;
    case 'quoted':
    case 'symbol':
      return undefined;
  }
}

/** Besides the reserved ones, those of statements that make and change a schema. */
const keywords = new Set([
  ...reservedWords,
  ...`action add after alter always as attach before begin by cascade comment commit data deferred domain drop each enum
  exclude execute extension for function generated identity if immediate include increment index insert key language
  match maxvalue minvalue name no nulls of operator owned partition range rename replace restart restrict returns row
  schema sequence set start statement stored temp temporary trigger truncate type unlogged update using valid validate
  values view virtual delete detach exists materialized no cycle cache list hash`.split(/\s+/),
]);
