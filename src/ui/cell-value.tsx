import { useState } from 'react';
import { byteLength, readBoolean, splitDateTime, splitSpaces } from './cell-text.ts';
import { formatQuantity } from './format-quantity.ts';
import styles from './cell-value.module.css';

/** What decides how a value is drawn. The core's kinds of values fit it. */
export type CellKind = 'number' | 'text' | 'boolean' | 'date-time' | 'array' | 'json' | 'bytes' | 'other';

interface CellValueProps {
  /** As PostgreSQL prints it; null is NULL, '' is ''. */
  readonly value: string | null;
  readonly kind: CellKind;
  /** How many characters are drawn before the rest is cut off. */
  readonly limit?: number;
  /** Lets the learner open a value that was cut off; else its beginning stands in the title. */
  readonly isExpandable?: boolean;
}

/** The one way to draw a value: NULL, empty text, a truth, a number, a list and bytes look so, and never the same. */
export function CellValue({ value, kind, limit = 200, isExpandable = false }: CellValueProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (value === null) return <span className={styles.null}>NULL</span>;
  if (value === '') return <span className={styles.empty}>empty</span>;

  const isLong = value.length > limit;
  const shown = isLong && !isWhole ? `${value.slice(0, limit)}…` : value;
  const bytes = kind === 'bytes' ? byteLength(value) : null;
  return (
    <span className={styles[kind]} title={isLong && !isExpandable ? value.slice(0, 2000) : undefined}>
      <ShownText text={shown} kind={kind} />
      {bytes !== null && <span className={styles.dim}> {formatQuantity(bytes, 'byte')}</span>}
      {isLong && isExpandable && (
        <button type="button" className={styles.more} aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'show less' : formatQuantity(value.length - limit, 'more character')}
        </button>
      )}
    </span>
  );
}

function ShownText({ text, kind }: { readonly text: string; readonly kind: CellKind }) {
  if (kind === 'boolean') return <Truth word={readBoolean(text)} />;
  if (kind === 'text') return <SpacedText text={text} />;
  if (kind === 'date-time') return <DateTime text={text} />;
  return text;
}

function Truth({ word }: { readonly word: string }) {
  return <span className={word === 'true' ? styles.true : styles.false}>{word}</span>;
}

function DateTime({ text }: { readonly text: string }) {
  const parts = splitDateTime(text);
  if (parts === null) return text;
  return (
    <>
      {parts.date}
      <span className={styles.dim}>{parts.rest}</span>
    </>
  );
}

/** Spaces at the ends and line breaks belong to a value, and are why two that look alike are not equal. */
function SpacedText({ text }: { readonly text: string }) {
  return splitSpaces(text).map((part, place) =>
    part.isSpace ? (
      <span key={place} className={styles.space}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
}
