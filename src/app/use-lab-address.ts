import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { addressWords, readLabAddress } from '#content/labs/lab-address.ts';
import type { LabCard } from '#content/labs/lab-card.ts';
import { checkValues, exampleValues } from '#content/labs/lab-values.ts';
import type { LabOpening } from '#state/labs/open-lab.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { labQuery } from './lab-query.ts';

/** While something is dragged the address waits: browsers allow only so many changes. */
const restMs = 400;

/**
 * Opens the lab that the address describes, and keeps the address at what the lab has become, so that it can be shared,
 * reloaded and come back to. An address that is given from outside is read again.
 */
export function useLabAddress(card: LabCard): void {
  const [params, setParams] = useSearchParams();
  const lab = useAppStore((state) => state.lab);
  const openLab = useAppStore((state) => state.openLab);
  const closeLab = useAppStore((state) => state.closeLab);
  /** What was last read or written here. */
  const known = useRef<string | null>(null);
  const asked = params.toString();
  // While it plays the address would run behind.
  const shown = lab === null || lab.isPlaying || lab.moment === null ? null : labQuery(lab);

  useEffect(
    () => () => {
      known.current = null;
      closeLab();
    },
    [closeLab],
  );

  useEffect(() => {
    if (known.current === asked) return;
    known.current = asked;
    openLab(readOpening(card, asked));
  }, [asked, card, openLab]);

  useEffect(() => {
    if (shown === null || shown === known.current) return undefined;
    const timer = setTimeout(() => {
      known.current = shown;
      setParams(shown, { replace: true, preventScrollReset: true });
    }, restMs);
    return () => clearTimeout(timer);
  }, [shown, setParams]);
}

/** What cannot be taken is said at its field, which has its usual value instead. */
function readOpening(card: LabCard, text: string): LabOpening {
  const { address, problems } = readLabAddress(card, new URLSearchParams(text));
  const example = exampleValues(card);
  const isPossible = checkValues(card, address.values).problems.length === 0;
  return {
    kind: card.kind,
    place: { kind: 'own' },
    initial: example,
    values: isPossible ? address.values : example,
    problems: problems.filter(({ path }) => path !== addressWords.seed),
    controls: card.fields.map(({ path }) => path),
    seed: address.seed,
    seedProblem: problems.find(({ path }) => path === addressWords.seed)?.message ?? null,
    at: address.at,
    fork: address.fork,
  };
}
