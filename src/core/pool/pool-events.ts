/** What is scheduled. What no longer counts when its time comes is passed over. */
export type Scheduled =
  | { readonly kind: 'arrival'; readonly atNs: number; readonly application: number }
  /** An attempt to open a connection ends. */
  | {
      readonly kind: 'connect-ends';
      readonly atNs: number;
      readonly application: number;
      readonly slot: number;
      readonly connection: number;
    }
  /** A request gives up waiting for a connection. */
  | { readonly kind: 'deadline'; readonly atNs: number; readonly slot: number; readonly request: number }
  | { readonly kind: 'cleaner'; readonly atNs: number; readonly application: number }
  | { readonly kind: 'database-dies'; readonly atNs: number }
  | { readonly kind: 'database-returns'; readonly atNs: number };

/** What makes the next event: what was scheduled, or the query that the server ends next. */
export type Cause = Scheduled | { readonly kind: 'query-ends'; readonly atNs: number };

/** What happens, told apart as finely as who watches would; known before it happens. */
export const poolEventKinds = [
  'acquires',
  'finds-bad',
  'connects',
  'waits',
  'opened',
  'refused',
  'unreachable',
  'hands-over',
  'releases',
  'closes-expired',
  'closes-surplus',
  'leaks',
  'times-out',
  'cleaner-looks',
  'cleaner-closes',
  'database-dies',
  'database-returns',
] as const;

export type PoolEventKind = (typeof poolEventKinds)[number];

export interface PoolEvent {
  readonly kind: PoolEventKind;
  readonly atNs: number;
  readonly cause: Cause;
}
