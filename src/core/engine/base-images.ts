/** Where base images are kept for as long as a stored state may be a difference to one of them. */
export interface BaseImages {
  /** Keeps an image under its key, unless it is kept already. Never fails: what cannot be kept is not. */
  keep(key: string, image: ArrayBuffer): Promise<void>;
  find(key: string): Promise<ArrayBuffer | null>;
}
