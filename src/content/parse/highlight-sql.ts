import type { Root } from 'hast';
import { all, createLowlight } from 'lowlight';

// The grammar of PostgreSQL is not among the common ones; parsing happens before publication, so size does not matter.
const lowlight = createLowlight(all);

/** The text of `sql` as spans with the classes of highlight.js, `hljs-…`. */
export function highlightSql(sql: string): Root {
  const { children } = lowlight.highlight('pgsql', sql);
  return { type: 'root', children };
}
