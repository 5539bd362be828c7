/** Where an author's words stand in a lesson: `words` put there, as that piece of its Markdown. */
export type Place = (words: string) => string;

/** Words that stand in YAML, quotes and all. */
const quoted = (words: string) => JSON.stringify(words);
const inOneLine = (words: string) => words.replaceAll('\n', ' ');
const indented = (words: string) => words.replaceAll('\n', '\n  ');

/** In the prose of an introduction or of a step. */
export const prosePlaces: Readonly<Record<string, Place>> = {
  'a paragraph': (words) => words,
  'a heading': (words) => `### ${inOneLine(words)}`,
  'a list item': (words) => `- ${indented(words)}`,
  'a numbered item': (words) => `1. ${indented(words)}`,
  'a quote': (words) => `> ${words.replaceAll('\n', '\n> ')}`,
  'a table cell': (words) => `| a |\n| - |\n| ${inOneLine(words)} |`,
  'strong words': (words) => `**${words}**`,
  'the text of a link': (words) => `[${words}](https://example.org/)`,
  'the address of a link': (words) => `[x](${words})`,
  'the address of a link in brackets': (words) => `[x](<${words}>)`,
  'the address of a link to a lesson': (words) => `[x](${words}.md)`,
  'the title of a link': (words) => `[x](https://example.org/ "${words}")`,
  'the query of a link': (words) => `[x](https://example.org/?${words})`,
  'an autolink': (words) => `<${words}>`,
  'the text of a picture': (words) => `![${words}](x.png)`,
  'the address of a picture': (words) => `![x](${words})`,
  'code in a line': (words) => `\`\`\`\` ${inOneLine(words)} \`\`\`\``,
  'a fence': (words) => `~~~~~~\n${words}\n~~~~~~`,
  'a fence of SQL': (words) => `~~~~~~sql\n${words}\n~~~~~~`,
  'the words after a fence': (words) => `~~~~~~${inOneLine(words)}\nx\n~~~~~~`,
  'the words after a language': (words) => `~~~~~~js ${inOneLine(words)}\nx\n~~~~~~`,
  'a try': (words) => `~~~~~~sql try\n${words}\n~~~~~~`,
};

export const hint: Place = (words) => `> [!HINT]\n> ${words.replaceAll('\n', '\n> ')}`;

/** A question whose options are `words`, the first of them right. */
export function quiz(...words: readonly string[]): string {
  const options = words.map((each, index) => ({ text: each, why: each, right: index === 0 }));
  return `~~~yaml quiz\n${JSON.stringify({ ask: words[0], options })}\n~~~`;
}

/** A step whose check fails, and then says `words`. */
export const check: Place = (words) =>
  `~~~yaml check\n- accepts: { sql: select from nowhere }\n  says: ${quoted(words)}\n~~~`;

/** A lab on paper whose attributes are called `words`. */
export function paperLab(...words: readonly string[]): string {
  const determined = `b -> "${(words[0] ?? '').replaceAll('"', '""')}"`;
  const attributes = JSON.stringify([...words, 'b']);
  return `~~~yaml lab\nlab: normalization\nattributes: ${attributes}\ndependencies: [${quoted(determined)}]\n~~~`;
}

/** A lab on a table that is called `words`. */
export const tableLab: Place = (words) => `~~~yaml lab\nlab: normalization\ntable: ${quoted(words)}\n~~~`;

/** A whole lesson; `title` and `summary` are what its front matter says. */
export function lessonSource(body: string, { title = 'A lesson', summary = 'A lesson.' } = {}): string {
  return `---\ntitle: ${quoted(title)}\nsummary: ${quoted(summary)}\nminutes: 1\n---\n\n${body}\n`;
}
