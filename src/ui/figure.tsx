interface FigureProps {
  readonly label: string;
  /** As it is printed, as in `19.4`. */
  readonly value: string;
  readonly unit?: string;
  readonly note?: string;
  /** The same figure of something else: another future, the theory. */
  readonly comparison?: { readonly label: string; readonly value: string };
}

/** The one figure that matters, large, with what it is compared to. */
export function Figure({ label, value, unit = '', note, comparison }: FigureProps) {
  return (
    <dl>
      <dt>{label}</dt>
      <dd>
        {value} {unit}
      </dd>
      {comparison !== undefined && (
        <>
          <dt>{comparison.label}</dt>
          <dd>{comparison.value}</dd>
        </>
      )}
      {note}
    </dl>
  );
}
