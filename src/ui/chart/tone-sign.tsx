import type { ChartTone } from './chart-series.ts';
import styles from './tone.module.css';

interface ToneSignProps {
  readonly tone: ChartTone;
  readonly x: number;
  readonly y: number;
}

/** The shape of a tone, 9 pixels wide: filled, ring, cross, as the tokens have it for the idea. */
export function ToneSign({ tone, x, y }: ToneSignProps) {
  const outline = signOutlines[tone];
  if (outline === '') return null;
  return (
    <path
      className={`${styles.sign} ${styles[tone]}`}
      data-sign={tone}
      d={outline}
      transform={`translate(${x} ${y})`}
    />
  );
}

/** Plain lines have no sign, which tells them from the others as well. */
const signOutlines: Readonly<Record<ChartTone, string>> = {
  fresh: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  stale: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0z',
  miss: 'M-3.5 -3.5L3.5 3.5M-3.5 3.5L3.5 -3.5',
  scanned: 'M-3.4 -3.4h6.8v6.8h-6.8z',
  moved: 'M-4.6 0l4.6 -4.6l4.6 4.6l-4.6 4.6z',
  key: 'M-4.4 3.4h8.8l-4.4 -7.6z',
  dependency: 'M-4.4 -3.4h8.8l-4.4 7.6z',
  plain: '',
};

interface ToneSwatchProps {
  readonly tone: ChartTone;
  readonly dash: boolean;
}

/** A bit of the line, for a legend. */
export function ToneSwatch({ tone, dash }: ToneSwatchProps) {
  return (
    <svg className={styles.swatch} width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
      <path className={`${styles.line} ${styles[tone]} ${dash ? styles.dash : ''}`} d="M1 6H25" />
      <ToneSign tone={tone} x={13} y={6} />
    </svg>
  );
}
