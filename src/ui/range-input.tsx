import type { ComponentProps, CSSProperties } from 'react';
import styles from './range-input.module.css';

interface RangeInputProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'min' | 'max' | 'step' | 'value' | 'onChange' | 'className' | 'style'
> {
  readonly label: string;
  /** The value in words, with its unit. */
  readonly valueText: string;
  readonly least: number;
  readonly most: number;
  /** Whole, from `least` to `most`. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** The browser's own slider, drawn with our tokens. */
export function RangeInput({ label, valueText, least, most, value, onChange, ...rest }: RangeInputProps) {
  const filled = most > least ? Math.min(Math.max((value - least) / (most - least), 0), 1) : 0;
  const style: CSSProperties & Record<`--${string}`, number> = { '--filled': filled };
  return (
    <input
      {...rest}
      type="range"
      className={styles.range}
      style={style}
      min={least}
      max={most}
      step={1}
      value={value}
      aria-label={label}
      aria-valuetext={valueText}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
