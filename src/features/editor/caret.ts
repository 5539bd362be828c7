/** Where the plain editor's cursor stands, handed on to Monaco so that its arrival interrupts nobody. */
export interface Caret {
  readonly start: number;
  readonly end: number;
  readonly hasFocus: boolean;
}
