import type { Point } from '#core/diagram/geometry.ts';

/** Where a name is being typed. */
export type Naming = { readonly kind: 'table'; readonly at: Point } | { readonly kind: 'column'; readonly key: string };

/** What the picture itself keeps: where the keys are, what the pointer is at, what is being done. */
export interface PictureState {
  /** The box that the keys are at. */
  readonly current: string | null;
  readonly isInside: boolean;
  /** A box's key or a relationship's id. */
  readonly hovered: string | null;
  /** The selected relationship's id. */
  readonly relation: string | null;
  /** A relation is being drawn from this box, by key. */
  readonly relatingFrom: string | null;
  readonly naming: Naming | null;
  readonly dragged: { readonly key: string; readonly at: Point } | null;
  /** The box that is to have the focus as soon as it is drawn. */
  readonly awaited: string | null;
  /** What was done last, for a screen reader. */
  readonly said: string;
}

export const freshPicture: PictureState = {
  current: null,
  isInside: false,
  hovered: null,
  relation: null,
  relatingFrom: null,
  naming: null,
  dragged: null,
  awaited: null,
  said: '',
};

export type ChangePicture = (to: Partial<PictureState>) => void;
