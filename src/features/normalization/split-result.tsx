import { CheckCircle2, CircleHelp, XCircle } from 'lucide-react';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { LosslessJoin } from '#core/relational/lossless-join.ts';
import { Badge, type BadgeTone } from '#ui/badge.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { ChaseView } from './chase-view.tsx';
import { namesInSentence } from './dependency-words.ts';
import { LostWords } from './lost-words.tsx';
import { TheoryWaiting } from './theory-waiting.tsx';
import { useTheory } from './use-theory.ts';
import styles from './theory.module.css';

interface SplitResultProps {
  readonly scheme: RelationScheme;
  readonly parts: readonly (readonly string[])[];
}

/** Whether a split is lossless, shown by the chase, and which dependencies it keeps. */
export function SplitResult({ scheme, parts }: SplitResultProps) {
  const split = useTheory('split', scheme, parts);
  return (
    <TheoryWaiting state={split} label="Chasing the tableau">
      {({ join, preservation }) => (
        <>
          <JoinVerdict join={join} />
          {join.counterexample !== null && (
            <Counterexample attributes={scheme.attributes} example={join.counterexample} />
          )}
          <LostWords lost={preservation.lost} />
          <div className={styles.group}>
            <h4 className={styles.subtitle}>The chase</h4>
            <ChaseView
              key={JSON.stringify(parts)}
              chase={join}
              legend="A row for each part: “a” is a value of the row that the join makes, “b” one that the part knows nothing of."
              rowNames={parts.map((_, place) => `part ${place + 1}`)}
            />
          </div>
        </>
      )}
    </TheoryWaiting>
  );
}

function JoinVerdict({ join: { verdict, missing, final } }: { readonly join: LosslessJoin }) {
  const { label, tone, icon } = badges[verdict];
  return (
    <p className={styles.verdict} role="status">
      <Badge tone={tone} icon={icon}>
        {label}
      </Badge>
      <InlineCode text={verdictWords(verdict, missing, final)} />
    </p>
  );
}

function verdictWords(
  verdict: LosslessJoin['verdict'],
  missing: readonly string[],
  final: LosslessJoin['final'],
): string {
  if (missing.length > 0) return `${namesInSentence(missing)} ${missing.length === 1 ? 'is' : 'are'} in no part.`;
  switch (verdict) {
    case 'lossless': {
      const row = final.findIndex((symbols) => symbols.every((symbol) => symbol === 0));
      return `Row ${row + 1} of the tableau has come to hold only a’s: whatever the rows are, joining the parts gives back the whole.`;
    }
    case 'lossy':
      return 'No row of the tableau comes to hold only a’s: joining the parts can invent rows, as below.';
    case 'undecided':
      return 'The tableau has come to too many rows to be chased to its end.';
  }
}

const badges: Readonly<
  Record<LosslessJoin['verdict'], { readonly label: string; readonly tone: BadgeTone; readonly icon: typeof XCircle }>
> = {
  lossless: { label: 'lossless', tone: 'good', icon: CheckCircle2 },
  lossy: { label: 'lossy', tone: 'bad', icon: XCircle },
  undecided: { label: 'not decided', tone: 'waiting', icon: CircleHelp },
};

interface CounterexampleProps {
  readonly attributes: readonly string[];
  readonly example: NonNullable<LosslessJoin['counterexample']>;
}

function Counterexample({ attributes, example: { rows, spurious } }: CounterexampleProps) {
  const columns = attributes.map((name) => ({ name, kind: 'text' as const }));
  return (
    <div className={styles.group}>
      <DataTable caption="Rows that keep every dependency" isCaptionShown columns={columns} rows={rows} />
      <DataTable
        caption="What joining their parts invents besides"
        isCaptionShown
        columns={columns}
        rows={[spurious]}
      />
    </div>
  );
}
