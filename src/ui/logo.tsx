interface LogoProps {
  /** In pixels; the width follows. */
  readonly height?: number;
}

/** A row of houses whose storeys are the rows of a table. It says nothing: the name stands beside it. */
export function Logo({ height = 22 }: LogoProps) {
  return (
    <svg
      viewBox="0 0 26 22"
      height={height}
      width={(height * 26) / 22}
      fill="none"
      stroke="var(--brick)"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M1.5 20.5V9l5-6 5 6M11.5 20.5V9l4-5 4 5M9.5 6.6M1.5 20.5h23V9h-5M1.5 13h23M1.5 17h23M24.5 9l-3-4-2.6 3" />
    </svg>
  );
}
