import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import { qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { tableOf } from '#core/design/drawing.ts';
import { goneWith } from '#core/design/drop-table.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import { IconButton } from '#ui/icon-button.tsx';

interface DropTableButtonProps {
  readonly catalog: Catalog;
  readonly table: ObjectName;
  readonly onDrop: () => void;
}

/** Asks only where more than the table itself would be lost. */
export function DropTableButton({ catalog, table, onDrop }: DropTableButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const name = qualifiedName(table);
  const losses = lossesOf(catalog, table);
  return (
    <>
      <IconButton
        icon={Trash2}
        label={`Drop the table ${name}`}
        onClick={() => (losses.length === 0 ? onDrop() : setIsAsking(true))}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={`Drop ${name}?`}
        confirmLabel="Drop it"
        onConfirm={onDrop}
        onClose={() => setIsAsking(false)}
      >
        With it go {listOf(losses)}. It is only drawn: nothing is lost before you run it.
      </ConfirmDialog>
    </>
  );
}

function lossesOf(catalog: Catalog, table: ObjectName): readonly string[] {
  const { tables, views, functions, foreignKeys } = goneWith(catalog, table);
  const rows = tableOf(catalog, table)?.rows.count ?? 0;
  return [
    ...(rows === 0 ? [] : [`its ${formatQuantity(rows, 'row')}`]),
    ...tables.slice(1).map((partition) => `the partition ${qualifiedName(partition)}`),
    ...foreignKeys.map(({ table: other, name }) => `the foreign key ${name} of ${qualifiedName(other)}`),
    ...views.map((view) => `the view ${qualifiedName(view)}`),
    ...functions.map((routine) => `the function ${qualifiedName(routine)}`),
  ];
}

function listOf(things: readonly string[]): string {
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}
