import { symbolText, type ChaseStep } from '#core/relational/chase.ts';
import { dependencyText, namesInSentence, nameText } from './dependency-words.ts';

/** What a step of the chase does and why; rows are counted from 1. */
export function chaseStepWords(step: ChaseStep, attributes: readonly string[]): string {
  const [one, other] = step.rows.map((row) => row + 1);
  const { determinant } = step.dependency;
  const agree = determinant.length === 0 ? '' : ` agree in ${namesInSentence(determinant)}`;
  if (step.kind === 'added') {
    const arrow = `\`${dependencyText(step.dependency, 'multivalued')}\``;
    return `Rows ${one} and ${other}${agree}: by ${arrow} the row with the ${namesInSentence(step.dependency.dependents)} of row ${one} and the rest of row ${other} is there, too.`;
  }
  const arrow = `\`${dependencyText(step.dependency, 'functional')}\``;
  const changes = step.changes.map(({ attribute, from, to }) => {
    const column = attributes.indexOf(attribute);
    return `\`${symbolText(from, column)}\` becomes \`${symbolText(to, column)}\``;
  });
  const same = step.changes.map(({ attribute }) => `\`${nameText(attribute)}\``).join(', ');
  return `Rows ${one} and ${other}${agree}, so by ${arrow} they agree in ${same}: ${changes.join(', ')}.`;
}

/** A cell of the tableau after some steps, and whether the last of them made it what it is. */
export interface TableauCell {
  readonly text: string;
  readonly isDistinguished: boolean;
  readonly isChanged: boolean;
}

/** The rows as they are to be drawn, from those before the last step and those after it. */
export function tableauCells(
  before: readonly (readonly number[])[] | null,
  after: readonly (readonly number[])[],
): readonly (readonly TableauCell[])[] {
  return after.map((row, place) =>
    row.map((symbol, column) => ({
      text: symbolText(symbol, column),
      isDistinguished: symbol === 0,
      isChanged: before !== null && before[place]?.[column] !== symbol,
    })),
  );
}
