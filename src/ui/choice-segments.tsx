interface ChoiceSegmentsProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
  readonly chosen: string;
  readonly note?: string;
  /** Shown as text that cannot be changed. */
  readonly isFixed?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of a few, all in sight, two in a row. */
export function ChoiceSegments({ label, choices, chosen, onChoose }: ChoiceSegmentsProps) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" checked={choice.value === chosen} onChange={() => onChoose(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
