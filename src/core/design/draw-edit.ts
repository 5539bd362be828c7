import { err, ok } from '#core/shared/result.ts';
import { addColumn } from './add-column.ts';
import { addTable } from './add-table.ts';
import { changeColumn } from './change-column.ts';
import { changeTable, type Drawing, type Drawn } from './drawing.ts';
import { dropColumn } from './drop-column.ts';
import { dropTable } from './drop-table.ts';
import { addCheck, addExclusion, addIndex, dropConstraint, dropIndex } from './edit-constraints.ts';
import { addForeignKey, changeForeignKey } from './edit-foreign-keys.ts';
import { addUnique, setPrimaryKey } from './edit-keys.ts';
import { renameTable } from './rename-table.ts';
import type { SchemaEdit } from './schema-edit.ts';

/** One stroke on what is drawn so far. The same drawing comes back where it changes nothing: where it was run already. */
export function drawEdit(drawing: Drawing, edit: SchemaEdit): Drawn {
  switch (edit.kind) {
    case 'add-table':
      return addTable(drawing, edit);
    case 'rename-table':
      return renameTable(drawing, edit);
    case 'comment-table':
      return changeTable(drawing, edit.table, (table) =>
        ok(table.comment === edit.comment ? table : { ...table, comment: edit.comment }),
      );
    case 'drop-table':
      return dropTable(drawing, edit);
    case 'add-column':
      return addColumn(drawing, edit);
    case 'change-column':
      return changeColumn(drawing, edit);
    case 'drop-column':
      return dropColumn(drawing, edit);
    case 'set-primary-key':
      return setPrimaryKey(drawing, edit);
    case 'add-unique':
      return addUnique(drawing, edit);
    case 'add-check':
      return addCheck(drawing, edit);
    case 'add-exclusion':
      return addExclusion(drawing, edit);
    case 'add-foreign-key':
      return addForeignKey(drawing, edit);
    case 'change-foreign-key':
      return changeForeignKey(drawing, edit);
    case 'add-index':
      return addIndex(drawing, edit);
    case 'drop-index':
      return dropIndex(drawing, edit);
    case 'drop-constraint':
      return dropConstraint(drawing, edit);
    case 'together':
      return drawTogether(drawing, edit);
  }
}

/** All of them or none. */
function drawTogether(drawing: Drawing, { title, edits }: Extract<SchemaEdit, { readonly kind: 'together' }>): Drawn {
  let drawn = drawing;
  for (const edit of edits) {
    const next = drawEdit(drawn, edit);
    if (!next.ok) return err(`${title}: ${next.error}`);
    drawn = next.value;
  }
  return ok(drawn);
}
