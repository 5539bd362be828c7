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
      <path d="M1.5 20.5V9.5l5.5-7 5.5 7M12.5 20.5v-11l3.5-5 3.5 5M19.5 20.5v-11l2.2-3.2 2.8 3.7v10.5" />
      <path d="M1.5 20.5h23M1.5 12h23M1.5 16.2h23" />
    </svg>
  );
}
