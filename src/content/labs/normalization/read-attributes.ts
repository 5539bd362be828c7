import { isSign, scanNames, writeName } from '#core/catalog/name-tokens.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { code } from '#content/words.ts';

/** More columns than a table on paper is looked at with. */
export const mostAttributes = 100;

/** The names of a relation's attributes in a text such as `id, "Order day"`; or what is wrong with it. */
export function readAttributes(text: string): Result<readonly string[], string> {
  const names: string[] = [];
  let isDue = true;
  for (const token of scanNames(text)) {
    if (token.kind === 'stray')
      return err(`${expectation}; ${code(token.text)} is none: put such names in double quotes`);
    if (token.kind === 'sign') {
      if (!isSign(token, ',') || isDue) return err(`${expectation}; found ${code(token.text)}${after(names)}`);
      isDue = true;
      continue;
    }
    if (!isDue) return err(`${expectation}; one is missing before ${code(token.text)}`);
    if (names.includes(token.name))
      return err(`must name each attribute once; ${code(writeName(token.name))} is there twice`);
    names.push(token.name);
    isDue = false;
  }
  if (names.length === 0) return err(`${expectation}; found nothing`);
  if (isDue) return err(`${expectation}; nothing stands after the last comma`);
  if (names.length > mostAttributes) {
    return err(`must be at most ${mostAttributes} names; found ${names.length}`);
  }
  return ok(names);
}

const expectation = 'must be names with commas between them';

function after(names: readonly string[]): string {
  const last = names.at(-1);
  return last === undefined ? ' before any name' : ` after ${code(writeName(last))}`;
}
