import { byteLength, cutName, nameBytes } from '#core/catalog/given-name.ts';

/** What is wrong with a name, in a sentence for the field it is typed in; null where it will do. */
export function nameProblem(name: string, taken: ReadonlySet<string>): string | null {
  if (name.trim() === '') return 'Give it a name.';
  if (name.includes('\0')) return 'A name can not hold the character with the number 0.';
  const bytes = byteLength(name);
  if (bytes > nameBytes) {
    return `PostgreSQL keeps ${nameBytes} bytes of a name, and this one has ${bytes}: it would be cut to \`${cutName(name)}\`.`;
  }
  return taken.has(name) ? `The name \`${name}\` is taken.` : null;
}
