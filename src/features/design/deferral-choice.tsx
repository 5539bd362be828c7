import { ChoiceSelect } from '#ui/choice-select.tsx';

export interface Deferral {
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
}

interface DeferralChoiceProps {
  readonly deferral: Deferral;
  readonly onChoose: (deferral: Deferral) => void;
}

/** When a constraint is looked at. */
export function DeferralChoice({ deferral, onChoose }: DeferralChoiceProps) {
  const chosen = deferral.initiallyDeferred ? 'deferred' : deferral.deferrable ? 'deferrable' : 'at once';
  return (
    <ChoiceSelect
      label="Checked"
      choices={[
        { value: 'at once', label: 'at each statement' },
        { value: 'deferrable', label: 'at each statement, deferrable to COMMIT' },
        { value: 'deferred', label: 'at COMMIT (initially deferred)' },
      ]}
      chosen={chosen}
      onChoose={(value) => onChoose({ deferrable: value !== 'at once', initiallyDeferred: value === 'deferred' })}
    />
  );
}
