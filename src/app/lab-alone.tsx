import { useHref } from 'react-router';
import { pageOf } from '#content/labs/lab-cards.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { labPath } from './lab-link.tsx';
import { labQuery } from './lab-query.ts';

/** Leads from a lesson's lab to the same lab on its own, where everything can be moved and shared. */
export function LabAlone() {
  const lab = useAppStore((state) => state.lab);
  const path = useHref(labPath(lab === null ? null : pageOf(lab.card)));
  if (lab === null) return null;
  return (
    <ButtonLink href={`${path}?${labQuery(lab)}`} target="_blank">
      Open on its own
    </ButtonLink>
  );
}
