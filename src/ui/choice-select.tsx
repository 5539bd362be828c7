import { useId } from 'react';

interface ChoiceSelectProps {
  readonly label: string;
  /** The label is only heard where what stands around it says as much. */
  readonly isLabelShown?: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly note?: string;
  readonly isFixed?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of many: the browser's own list, which every phone knows how to show. */
export function ChoiceSelect({ label, choices, chosen, onChoose }: ChoiceSelectProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
