import type { LabCard } from '#content/labs/lab-card.ts';
import { LabPanel } from '#features/lab/lab-panel.tsx';
import { drawPicture } from './draw-picture.tsx';
import { ShareLab } from './share-lab.tsx';
import { useLabAddress } from './use-lab-address.ts';
import { useStopLab } from './use-stop-lab.ts';

/** A lab on its own, led by the address of the page and leading it. */
export function LabPage({ card }: { readonly card: LabCard }) {
  useLabAddress(card);
  useStopLab();
  return (
    <LabPanel draw={drawPicture}>
      <ShareLab />
    </LabPanel>
  );
}
