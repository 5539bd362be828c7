import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

/** Copies the page's address, which holds parameters, seed, moment and fork. */
export function ShareLab() {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
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
        {said === '' ? 'Share' : said}
      </Button>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </>
  );
}
