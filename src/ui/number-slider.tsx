export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

export interface SliderRange {
  readonly scale: 'linear' | 'log';
  readonly least: number;
  readonly most: number;
}

export interface NumberSliderProps {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** What may be typed. */
  readonly range: NumberRange;
  /** What can be reached by sliding, where that is less. */
  readonly slider: SliderRange;
  /** One sentence for who does not know the word. */
  readonly note?: string;
  /** What is wrong with the value as it stands; a text that is no allowed number is seen here. */
  readonly problem?: string | undefined;
  /** What 0 means where it means something else than nothing: "no limit". */
  readonly zeroMeans?: string;
  /** Shown as text that cannot be changed. */
  readonly isFixed?: boolean;
  /** At most once a frame while sliding; when the field is left or Enter is pressed after typing. */
  readonly onChange: (value: number) => void;
}

/** One number, to be slid roughly or typed exactly. */
export function NumberSlider({ label, value, onChange }: NumberSliderProps) {
  return (
    <label>
      {label}
      <input type="number" value={value} onChange={(event) => onChange(event.target.valueAsNumber)} />
    </label>
  );
}
