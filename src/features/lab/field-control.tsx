import type { LabField, LabValue } from '#content/labs/lab-card.ts';
import { ChoiceSegments } from '#ui/choice-segments.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { NumberSlider } from '#ui/number-slider.tsx';
import { TextArea } from '#ui/text-area.tsx';

interface FieldControlProps {
  readonly field: LabField;
  readonly value: LabValue;
  /** What was typed and not taken, or null. */
  readonly problem: string | null;
  /** A lesson has set it: it is shown and cannot be moved. */
  readonly isGiven: boolean;
  readonly onChange: (value: LabValue) => void;
}

/** One parameter of a lab, by the kind of its field. */
export function FieldControl({ field, value, problem, isGiven, onChange }: FieldControlProps) {
  switch (field.kind) {
    case 'number':
      return (
        <NumberSlider
          label={field.label}
          note={field.note}
          unit={field.unit}
          value={Number(value)}
          range={{ least: field.least, most: field.most, isWhole: field.isWhole }}
          slider={field.slider}
          zeroMeans={field.zeroMeans}
          problem={problem ?? undefined}
          isFixed={isGiven}
          onChange={onChange}
        />
      );
    case 'choice': {
      const Choices = field.options.length <= fewOptions ? ChoiceSegments : ChoiceSelect;
      return (
        <Choices
          label={field.label}
          note={field.note}
          choices={field.options}
          chosen={String(value)}
          problem={problem ?? undefined}
          isFixed={isGiven}
          onChoose={onChange}
        />
      );
    }
    case 'text':
      return (
        <TextArea
          label={field.label}
          note={field.note}
          value={String(value)}
          lines={field.lines}
          problem={problem ?? undefined}
          isFixed={isGiven}
          onChange={onChange}
        />
      );
  }
}

/** So many can all be in sight. */
const fewOptions = 4;
