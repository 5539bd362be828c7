import { lazy } from 'react';

// Each is for who opens it.
const SchemaLab = lazy(() => import('./schema-lab.tsx').then((module) => ({ default: module.SchemaLab })));
const NormalizationLab = lazy(() =>
  import('./normalization-lab.tsx').then((module) => ({ default: module.NormalizationLab })),
);

/** What a lab on a live database shows, by its kind. */
export function LiveLabContent({ kind }: { readonly kind: string }) {
  switch (kind) {
    case 'schema':
      return <SchemaLab />;
    case 'normalization':
      return <NormalizationLab />;
    default:
      throw new Error(`There is no live lab ${kind}.`);
  }
}
