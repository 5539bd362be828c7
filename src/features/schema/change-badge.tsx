import { Minus, Pencil, Plus } from 'lucide-react';
import { Badge } from '#ui/badge.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import type { Change } from '#core/catalog/schema-marks.ts';

const icons = { new: Plus, changed: Pencil, dropped: Minus };

/** Says what the last run did to a thing: a word and a sign, on the marker's yellow. */
export function ChangeBadge({ change }: { readonly change: Change | 'dropped' | null | undefined }) {
  if (change === null || change === undefined) return null;
  return (
    <Badge tone="changed" icon={icons[change]}>
      {change}
    </Badge>
  );
}

/** `+31 rows`, `−4 rows`. */
export function RowsBadge({ gained }: { readonly gained: number }) {
  if (gained === 0) return null;
  return (
    <Badge tone="changed">
      {gained > 0 ? '+' : '−'}
      {formatQuantity(Math.abs(gained), 'row')}
    </Badge>
  );
}
