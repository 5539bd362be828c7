import { useMediaQuery } from '#ui/use-media-query.ts';

/** The height of every row of a grid, in pixels: rows that are not drawn must be counted, so all are alike. */
export function useRowHeight(): number {
  return useMediaQuery('(pointer: coarse)') ? 40 : 29;
}
