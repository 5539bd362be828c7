/** Leaves in the document how many milliseconds after the navigation the answer to `select 1` was there. */
export function reportFirstAnswer(answer: string | null | undefined): void {
  if (answer !== '1') throw new Error(`select 1 was answered with ${answer}`);
  document.documentElement.dataset['firstAnswerMs'] = String(performance.now());
}
