import type { Evidence } from '#content/checks/check-kind.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { FailureDetails } from './failure-details.tsx';
import { SmallResult } from './small-result.tsx';

/** What proves a verdict: the rows, or what the database answered. */
export function EvidenceView({ evidence }: { readonly evidence: Evidence }) {
  switch (evidence.kind) {
    case 'rows':
      return (
        <>
          <p>
            <InlineCode text={evidence.title} />
          </p>
          <SmallResult caption={evidence.title.replaceAll('`', '')} result={evidence} />
        </>
      );
    case 'failure': {
      const { failure } = evidence;
      // The verdict has said the rest already.
      const addsSomething = failure.kind === 'statement' && (failure.detail ?? failure.hint) !== undefined;
      return addsSomething ? <FailureDetails failure={failure} isHeadlineKnown /> : null;
    }
  }
}
