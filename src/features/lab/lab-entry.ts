/** What a list says of a lab, be it simulated or on a live database. */
export interface LabEntry {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
}
