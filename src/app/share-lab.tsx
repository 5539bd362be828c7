import { Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHref } from 'react-router';
import { pageOf } from '#content/labs/lab-cards.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { labPath } from './lab-link.tsx';
import { labQuery } from './lab-query.ts';

/** How long the button says what it did. */
const saidMs = 4000;

/** Copies a link to the lab as it stands: parameters, seed, moment and fork. */
export function ShareLab() {
  const lab = useAppStore((state) => state.lab);
  const path = useHref(labPath(lab === null ? null : pageOf(lab.card)));
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), saidMs);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy(): Promise<void> {
    if (lab === null) return;
    try {
      await navigator.clipboard.writeText(new URL(`${path}?${labQuery(lab)}`, location.href).href);
      setSaid('Link copied');
    } catch {
      // Not every page may write there; the address bar holds the same.
      setSaid('Copy the address of this page');
    }
  }

  return (
    <>
      <Button onClick={() => void copy()}>
        <Link2 aria-hidden="true" />
        {said ?? 'Share'}
      </Button>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </>
  );
}
