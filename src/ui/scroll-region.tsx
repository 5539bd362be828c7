import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  /** Names the region for a screen reader. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/**
 * What scrolls by itself must be reachable without a mouse: it takes the focus, and then the arrow keys. A group and no
 * landmark, since a page may hold many.
 */
export function ScrollRegion({ label, className, ref, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- see above
    <section role="group" className={className} aria-label={label} tabIndex={0} ref={ref}>
      {children}
    </section>
  );
}
