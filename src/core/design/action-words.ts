import type { ReferentialAction } from '#core/catalog/catalog.ts';

export const referentialActions: readonly ReferentialAction[] = [
  'no action',
  'restrict',
  'cascade',
  'set null',
  'set default',
];

/** What becomes of the rows that reference one that is deleted. */
export const onDeleteWords: Readonly<Record<ReferentialAction, string>> = {
  'no action':
    'The delete is refused while rows reference it; looked at when the statement ends, or at COMMIT if deferred.',
  restrict: 'The delete is refused at once while rows reference it, deferred or not.',
  cascade: 'The rows that reference it are deleted, too, and those that reference them in turn.',
  'set null': 'The rows that reference it stay, and reference nothing.',
  'set default': 'The rows that reference it stay, and reference what the column’s default says.',
};

/** What becomes of the rows that reference one whose key is changed. */
export const onUpdateWords: Readonly<Record<ReferentialAction, string>> = {
  'no action':
    'The change is refused while rows reference the old key; looked at when the statement ends, or at COMMIT if deferred.',
  restrict: 'The change is refused at once while rows reference the old key.',
  cascade: 'The rows that reference it follow to the new key.',
  'set null': 'The rows that reference it reference nothing from then on.',
  'set default': 'The rows that reference it take the column’s default.',
};
