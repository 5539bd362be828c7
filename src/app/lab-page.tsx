import type { LabCard } from '#content/labs/lab-card.ts';
import { LabPanel } from '#features/lab/lab-panel.tsx';
import { useAppStore } from '#state/use-app-store.ts';
import { drawPicture } from './draw-picture.tsx';
import { ShareLab } from './share-lab.tsx';
import { useEscape } from './use-escape.ts';
import { useLabAddress } from './use-lab-address.ts';

/** A lab on its own, led by the address of the page and leading it. */
export function LabPage({ card }: { readonly card: LabCard }) {
  useLabAddress(card);
  useEscape(
    useAppStore(({ lab }) => lab?.run.kind === 'running'),
    useAppStore((state) => state.stopLabRun),
  );
  return (
    <LabPanel draw={drawPicture}>
      <ShareLab />
    </LabPanel>
  );
}
