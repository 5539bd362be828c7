/** What the parts of a dependency diagram measure, in pixels. */
export const pictureMetrics = {
  fontPx: 12,
  /** Around the name: its own margin, the sign of a key before it, the number of a step after it. */
  besidePx: 40,
  mostNamePx: 190,
  boxHeightPx: 32,
  gapPx: 8,
  /** Between two lines that end at one box, at least. */
  portGapPx: 9,
  portInsetPx: 8,
  /** From the boxes to the first lane: the arrow's head stands there. */
  headRoomPx: 20,
  laneGapPx: 13,
  /** So that no line or focus ring is cut at the edge. */
  edgePx: 6,
  headLengthPx: 8,
  headWidthPx: 7,
} as const;
