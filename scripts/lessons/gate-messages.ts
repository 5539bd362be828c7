import type { Problem } from '#content/lesson.ts';

/** What the gate's process tells the main one, in the order in which it happens. */
export type GateMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begins'; readonly limitMs: number; readonly blame: Problem }
  | { readonly kind: 'ended' }
  | { readonly kind: 'found'; readonly problem: Problem }
  | { readonly kind: 'proved'; readonly stepIndex: number }
  | { readonly kind: 'done' };
