import { useId, type KeyboardEvent } from 'react';
import { FieldNotes, describedBy } from './field-notes.tsx';
import { FixedValue } from './fixed-value.tsx';
import { formatNumber, withUnit } from './format-number.ts';
import { printNumber, readNumber, type NumberRange } from './read-number.ts';
import { placeCount, placeOf, valueAfter, valueOf, type SliderRange } from './slider-scale.ts';
import { RangeInput } from './range-input.tsx';
import { useFrameThrottle } from './use-frame-throttle.ts';
import { useUntilChange } from './use-until-change.ts';
import styles from './number-slider.module.css';

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
  /** What the least value means where it means something else: "no limit". */
  readonly zeroMeans?: string | undefined;
  /** Shown as text that cannot be changed. */
  readonly isFixed?: boolean;
  /** At most once a frame while sliding; when the field is left or Enter is pressed after typing. */
  readonly onChange: (value: number) => void;
}

/** One number, to be slid roughly or typed exactly. */
export function NumberSlider(props: NumberSliderProps) {
  const { label, value, unit, range, note, zeroMeans, isFixed = false } = props;
  const id = useId();
  // What was typed stays as it was typed until it is a number that may stand, or another value comes.
  const [typed, setTyped] = useUntilChange<{ readonly text: string; readonly isLeft: boolean }>(value);
  const read = typed === null || !typed.isLeft ? null : readNumber(typed.text, range);
  const problem = read?.kind === 'problem' ? read.message : props.problem;
  const meaning = value === range.least ? zeroMeans : undefined;

  const commit = () => {
    if (typed === null) return;
    const result = readNumber(typed.text, range);
    if (result.kind === 'problem') return setTyped({ ...typed, isLeft: true });
    setTyped(null);
    if (result.value !== value) props.onChange(result.value);
  };

  if (isFixed) return <FixedValue {...{ label, note }} value={meaning ?? withUnit(formatNumber(value, 12), unit)} />;
  return (
    <div className={styles.field} role="group" aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} className={styles.label} htmlFor={`${id}-text`}>
        {label}
      </label>
      <span className={styles.entry}>
        {meaning !== undefined && typed === null && <span className={styles.meaning}>{meaning}</span>}
        <input
          id={`${id}-text`}
          className={styles.text}
          type="text"
          inputMode={range.isWhole ? 'numeric' : 'decimal'}
          autoComplete="off"
          spellCheck={false}
          value={typed?.text ?? printNumber(value)}
          aria-invalid={problem !== undefined}
          aria-describedby={describedBy(id, { problem, note })}
          onChange={(event) => setTyped({ text: event.target.value, isLeft: false })}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
      </span>
      <Slider {...props} onSlide={() => setTyped(null)} />
      <FieldNotes {...{ id, problem, note }} />
    </div>
  );
}

function Slider(props: NumberSliderProps & { readonly onSlide: () => void }) {
  const { label, unit, range, slider, zeroMeans, onSlide, onChange } = props;
  const slide = useFrameThrottle(onChange);
  // The handle is where the hand is, before the value has followed it.
  const [asked, setAsked] = useUntilChange<number>(props.value);
  const value = asked ?? props.value;
  const places = placeCount(slider, range.isWhole);

  const change = (next: number) => {
    onSlide();
    setAsked(next);
    slide(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = placesAfterKey(event.key, places);
    if (by === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change(valueAfter(value, by, slider, range.isWhole));
  };
  const words = withUnit(formatNumber(value, 12), unit);
  return (
    <RangeInput
      label={label}
      valueText={value === range.least && zeroMeans !== undefined ? `${words}, ${zeroMeans}` : words}
      least={0}
      most={places}
      value={placeOf(value, slider, range.isWhole)}
      onChange={(place) => change(valueOf(place, slider, range.isWhole))}
      onKeyDown={onKeyDown}
    />
  );
}

function placesAfterKey(key: string, places: number): number | null {
  const page = Math.max(1, Math.round(places / 10));
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page }[key];
  return by ?? null;
}
