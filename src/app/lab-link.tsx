import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link to a lab's own page, as the app's router knows it. */
export function AppLabLink({ kind, children }: { readonly kind: string; readonly children: ReactNode }) {
  return <Link to={labPath(kind)}>{children}</Link>;
}

/** With the slash at its end, as static hosts name the folder of a page; null is the list of labs. */
export function labPath(kind: string | null): string {
  return kind === null ? '/labs/' : `/labs/${kind}/`;
}
