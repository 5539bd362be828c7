import type { ElementContent, Root, RootContent } from 'hast';
import { describe, expect, it } from 'vitest';
import type { Lesson } from './lesson.ts';
import { parseLesson } from './parse-lesson.ts';

const frontMatter = '---\ntitle: T\nsummary: S.\nminutes: 1\n---\n';

function parse(body: string, head = frontMatter) {
  const { lesson, problems } = parseLesson(head + body, { file: 'lessons/t/l.md', id: 't/l' });
  return { lesson, problems: problems.map(({ line, column, message }) => `${line}:${column} ${message}`) };
}

function sound(body: string, head = frontMatter): Lesson {
  const { lesson, problems } = parse(body, head);
  expect(problems).toEqual([]);
  return lesson;
}

/** The elements of a tree as `tag.class` around text. */
function sketch(tree: Root): string {
  const write = (node: RootContent | ElementContent): string => {
    if (node.type === 'text') return node.value.replaceAll('\n', ' ');
    if (node.type !== 'element') return `<${node.type}>`;
    const classes = Array.isArray(node.properties['className']) ? node.properties['className'].join('.') : '';
    const name = [node.tagName, classes].filter(Boolean).join('.');
    return `[${name} ${node.children.map(write).join('')}]`;
  };
  return tree.children.map(write).join('').trim();
}

/** The attributes of every link in a tree. */
function linksIn(node: Root | RootContent | ElementContent): readonly unknown[] {
  const own = node.type === 'element' && node.tagName === 'a' ? [node.properties] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksIn)] : own;
}

function proseOf(body: string): string {
  const [block] = sound(body).introduction.blocks;
  return block?.kind === 'prose' ? sketch(block.content) : '';
}

describe('parseLesson', () => {
  it('reads the front matter', () => {
    const head = '---\ntitle: "T: two"\nsummary: S.\nminutes: 8\ncontinues: a/b\npanels: [schema, results]\n---\n';
    expect(sound('', head)).toEqual({
      id: 't/l',
      file: 'lessons/t/l.md',
      title: 'T: two',
      summary: 'S.',
      minutes: 8,
      dataset: null,
      continues: 'a/b',
      panels: ['schema', 'results'],
      introduction: { blocks: [], setup: [] },
      steps: [],
    });
  });

  it('reads files with a byte order mark and Windows line ends', () => {
    const source = `\u{feff}${frontMatter}\n~~~sql setup\nselect 1;\nselect 2;\n~~~\n`.replaceAll('\n', '\r\n');
    const { lesson, problems } = parseLesson(source, { file: 'l.md', id: 't/l' });
    expect(problems).toEqual([]);
    expect(lesson.introduction.setup).toEqual([{ sql: 'select 1;\nselect 2;', place: { line: 8, column: 1 } }]);
  });

  it('reads everything that a step can hold, in its order and with its places', () => {
    const { steps } = sound(`
## A \`step\`, at last!

Words.

~~~sql setup
one
~~~

~~~sql try fails="23505"
two
~~~

More words.

~~~sql starter
three
~~~

~~~sql solution
select 4
~~~

~~~sql right
five
~~~

~~~sql wrong says='it "is" so'
six
~~~

~~~yaml check
- accepts: { sql: select 1 }
- id: named
  says: No.
  answer:
~~~

~~~yaml check
- accepts: { sql: select 2 }
~~~

> [!HINT]
> Look *here*.

> [!hint] And there.

## Two {#second}
`);
    const [step, second] = steps;
    expect(step).toMatchObject({
      id: 'a-step-at-last',
      title: 'A step, at last!',
      place: { line: 7, column: 1 },
      setup: [{ sql: 'one', place: { line: 12, column: 1 } }],
      starter: { sql: 'three', place: { line: 22, column: 1 } },
      solution: { sql: 'select 4', place: { line: 26, column: 1 } },
      rights: [{ sql: 'five', place: { line: 30, column: 1 } }],
      wrongs: [{ sql: 'six', says: 'it "is" so', place: { line: 34, column: 1 } }],
      checks: [
        { id: 'accepts-1', kind: 'accepts', says: null, params: { sql: 'select 1' }, place: { line: 38, column: 3 } },
        {
          id: 'named',
          kind: 'answer',
          says: 'No.',
          params: { order: 'none', columns: 'names', tolerance: 0 },
          place: { line: 39, column: 3 },
        },
        { id: 'accepts-2', kind: 'accepts' },
      ],
    });
    expect(
      step?.blocks.map((block) => (block.kind === 'try' ? [block.index, block.sql, block.fails] : block.kind)),
    ).toEqual(['prose', [0, 'two', '23505'], 'prose']);
    expect(step?.hints.map(sketch)).toEqual(['[p Look [em here].]', '[p And there.]']);
    expect(step?.solution && sketch(step.solution.highlighted)).toBe('[span.hljs-keyword select] [span.hljs-number 4]');
    expect(second).toMatchObject({ id: 'second', title: 'Two', checks: [], solution: null });
  });

  it('reads a quiz, whose words are Markdown', () => {
    const { steps } = sound(`
## Choose

~~~yaml quiz
ask: Is \`a\` *right*?
options:
  - { text: Yes., right: true, why: "Because of **b**." }
  - { text: No., why: See above. }
~~~
`);
    const [block] = steps[0]?.blocks ?? [];
    if (block?.kind !== 'quiz') throw new Error('no quiz');
    const { id, ask, options, place } = block.quiz;
    expect({ id, ask: sketch(ask), place }).toEqual({
      id: 'quiz-1',
      ask: '[p Is [code a] [em right]?]',
      place: { line: 9, column: 1 },
    });
    expect(options.map(({ text, right, why }) => [sketch(text), right, sketch(why)])).toEqual([
      ['[p Yes.]', true, '[p Because of [strong b].]'],
      ['[p No.]', false, '[p See above.]'],
    ]);
  });

  it('keeps links, tables and code, and colours SQL that is only shown', () => {
    expect(proseOf('\n[a](2nf.md#x), <https://example.org> and [b].\n\n[b]: ../t/l.md\n')).toBe(
      '[p [a a], [a https://example.org] and [a b].]',
    );
    expect(proseOf('\n| a |\n| - |\n| 1 |\n').replaceAll(' ', '')).toContain('[table[thead[tr[tha]]][tbody[tr[td1]]]]');
    expect(proseOf('\n```sql\nselect 1\n```\n')).toBe(
      '[pre [code.language-sql [span.hljs-keyword select] [span.hljs-number 1]]]',
    );
    expect(proseOf('\n```\nselect 1\n```\n')).toBe('[pre [code select 1]]');
    expect(proseOf('\n```c++&#32;sheet\nx\n```\n')).toBe('[pre [code x]]');
  });

  it('says of every link where in the course it leads, wherever it is read', () => {
    const { introduction, steps } = sound(`
[1](2nf.md), [2](../u/m.md#split), [3], [4](l.md), <https://example.org>

[3]: l.md#%C3%BCber

## Choose

> [!HINT]
> See [above](#choose).

~~~yaml quiz
ask: "[a](2nf.md)"
options:
  - { text: "[b](2nf.md#b)", right: true, why: "[c](l.md#choose)" }
  - { text: No., why: No. }
~~~

## Über
`);
    const next = { href: '2nf.md', dataLesson: 't/2nf' };
    const here = { href: '#choose', dataLesson: 't/l', dataStep: 'choose' };
    const [prose] = introduction.blocks;
    expect(prose?.kind === 'prose' && linksIn(prose.content)).toEqual([
      next,
      { href: '../u/m.md#split', dataLesson: 'u/m', dataStep: 'split' },
      { href: '#%C3%BCber', dataLesson: 't/l', dataStep: 'über' },
      { href: 'l.md', dataLesson: 't/l' },
      { href: 'https://example.org' },
    ]);
    expect(steps[0]?.hints.flatMap(linksIn)).toEqual([here]);
    const [quiz] = steps[0]?.blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quiz] : [])) ?? [];
    expect(quiz && linksIn(quiz.ask)).toEqual([next]);
    expect(quiz?.options.flatMap(({ text, why }) => [text, why].flatMap(linksIn))).toEqual([
      { href: '2nf.md#b', dataLesson: 't/2nf', dataStep: 'b' },
      here,
    ]);
  });

  it('carries no positions in what is shown, and survives JSON', () => {
    const lesson = sound('\nSome *words*.\n\n```sql\nselect 1\n```\n');
    expect(JSON.stringify(lesson.introduction)).not.toContain('position');
    expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson);
  });

  it('goes on after every problem', () => {
    const { problems } = parse(
      '\n<b>\n\n~~~sql setpu\n~~~\n\n## One\n\n~~~yaml check\n- answr:\n- accepts: { sq: select 1 }\n~~~\n\n![a](b.png) [^1]\n\n[^1]: Note\n',
      '---\ntitle: T\nminutes: 0\nsummary: S.\nfoo: 1\ndataset: a\ncontinues: a/b\n---\n',
    );
    expect(problems.map((problem) => problem.slice(0, problem.indexOf(' ')))).toEqual([
      '3:10',
      '5:1',
      '10:1',
      '12:8',
      '18:3',
      '19:14',
      '22:1',
      '22:13',
      '24:1',
    ]);
  });

  it.each([
    ['12:3', '> [!HINT]\n> One.\n>\n> [!HINT]\n> Two.'],
    ['10:3', '> [!HINT] One.\n> [!hint] Two.'],
    ['9:5', '- > [!HINT]\n  > One.'],
    ['9:1', '[!HINT] One.'],
  ])('reports at %s a hint that would be read as plain text: %o', (place, hint) => {
    expect(parse(`\n## A\n\n${hint}\n`).problems).toEqual([
      `${place} A hint is a quote of its own at the left margin: \`> \` stands before \`[!HINT]\`, and a blank line without \`>\` before the quote.`,
    ]);
  });

  it('takes no empty list of panels, which without the key are those of the app', () => {
    const head = '---\ntitle: T\nsummary: S.\nminutes: 1\npanels: []\n---\n';
    expect(parse('', head).problems).toEqual(['5:9 `panels` must name at least one of its panels.']);
  });

  it.each([
    ['a: *x', '2:1 This is no valid YAML: Unresolved alias (the anchor must be set before the alias): x.'],
    [
      'a: b: c',
      '2:4 This is no valid YAML: Nested mappings are not allowed in compact mappings. Put text that holds a colon and a space in quotes.',
    ],
    ['a: !new b', '2:4 This is no valid YAML: Unresolved tag: !new.'],
    ['\ta: b', '2:1 This is no valid YAML: Tabs are not allowed as indentation.'],
  ])('says why %o is no YAML', (yaml, problem) => {
    expect(parse('', `---\n${yaml}\n---\n`).problems).toEqual([problem]);
  });

  it.each([
    ['## ???', '7:1 The title "???" leaves nothing for an id; give the step one, as in `## ??? {#my-step}`.'],
    ['## A {#b} c', '7:1 The id `{#b}` must stand at the end of the title, and only one.'],
    ['## A {#b} {#c}', '7:1 The id `{#b}` must stand at the end of the title, and only one.'],
    ['## A {#b c}', "7:1 The step's id `{#b c}` must be letters, digits, hyphens and underscores, as in `{#b-c}`."],
    ['##', '7:1 The step has no title: words are missing after `##`.'],
    [
      '## A\n\n```sql solution\nx\n```',
      '10:1 A `solution` needs a `yaml check` in its step. Without one no learner has to run it: what it does belongs in a `setup`.',
    ],
    ['[a]: 2nf.md', '7:1 No link of this text uses the label `[a]`: the line is shown nowhere.'],
    ['[a]\n\n[a]: 2nf.md\n[A]: 3nf.md', '10:1 The label `[A]` is taken: line 9 gives its address.'],
    [
      '> [a]\n>\n> [a]: a.txt',
      '7:3 The link `a.txt` cannot be followed: links between lessons are relative and end in `.md`, as in `../track/lesson.md`.',
    ],
    [
      '## A\n\n```yaml quiz\nask: |\n  [a]\n\n  [a]: a.txt\noptions: [{ text: a, why: b, right: true }, { text: c, why: d }]\n```',
      '10:6 The link `a.txt` cannot be followed: links between lessons are relative and end in `.md`, as in `../track/lesson.md`.',
    ],
    [
      '| a | b |\n| - | - |\n| c | `d || e` |',
      '9:1 This row has 4 cells, and the table has 2 columns. A bar that parts no cells is written `\\|`, in code too.',
    ],
    ['## A <b>', '7:6 Raw HTML is no part of a lesson; found `<b>`. Write Markdown, or put it in backticks.'],
    [
      '## A [b](b.txt)',
      '7:6 The link `b.txt` cannot be followed: links between lessons are relative and end in `.md`, as in `../track/lesson.md`.',
    ],
    ['## A\n\n> [!HINT]', '9:1 The hint is empty: its words are missing after `[!HINT]`.'],
    ['```sql try fails=23505\nx\n```', '7:12 `fails` needs its value in quotes, as in `fails="…"`.'],
    ['```sql try fails="23505" fails="23505"\nx\n```', '7:26 `fails` stands here a second time.'],
    [
      '## A\n\n```sql wrong says=""\nx\n```\n\n```yaml check\n- answer:\n```\n\n```sql solution\nx\n```',
      '9:14 `says` is empty; it must hold words, as in `says="…"`.',
    ],
    ['```sql setup says="no"\nx\n```', '7:14 Nothing may stand behind the role `setup`; found `says="no"`.'],
    ['```setup\nx\n```', '7:4 The role `setup` belongs to a fence that opens with `sql setup`; found `setup`.'],
    [
      '```sql check\nx\n```',
      '7:8 A fence of `sql` has no role `check`; it may be `setup`, `try`, `starter`, `solution`, `right` or `wrong`. The role `check` belongs to `yaml`.',
    ],
    [
      '## A\n\n```yaml lab\nlab: [\n```',
      '10:7 This is no valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    ['## A\n\n```yaml lab\nseed: 1\n```', '9:1 A `yaml lab` names its kind as in `lab: pool`.'],
  ])('reports %o', (body, problem) => {
    expect(parse(`\n${body}\n`).problems).toEqual([problem]);
  });
});
