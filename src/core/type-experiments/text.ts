import { cellOf, literal, refusalOf, type Experiment, type ExperimentField } from './experiment.ts';

const word: ExperimentField = {
  name: 'word',
  label: 'Text',
  initial: 'Rowhouse',
  input: { kind: 'text', longest: 40 },
};

const length: ExperimentField = {
  name: 'length',
  label: 'Length',
  initial: '5',
  input: { kind: 'number', isWhole: true, least: 1, most: 40 },
};

function typesOf(size: string | undefined): readonly string[] {
  return ['text', `varchar(${size ?? ''})`, `char(${size ?? ''})`];
}

const tooLong: Experiment = {
  id: 'too-long',
  group: 'Text',
  title: 'A text that is too long',
  question: ({ word: text, length: size }) =>
    `‘${text}’ is inserted into a column for ${size} characters. What becomes of it?`,
  fields: [word, length],
  choices: [
    { value: 'refused', label: 'varchar and char refuse it, text takes it' },
    { value: 'cut', label: 'varchar and char cut it, text takes it' },
    { value: 'taken', label: 'All take it whole' },
  ],
  sides: ({ word: text = '', length: size }) =>
    typesOf(size).map((type) => ({
      label: type,
      sql: `create temporary table house (name ${type});
insert into house values (${literal(text)});
select name, length(name),
  name = ${literal(text)} as "is it whole"
from house;`,
    })),
  answer: (outcomes) => {
    const [plain, ...limited] = outcomes;
    if (plain === undefined || cellOf(plain, 2) !== 't') return null;
    if (limited.every((outcome) => refusalOf(outcome)?.sqlState === '22001')) return 'refused';
    if (limited.every((outcome) => cellOf(outcome, 2) === 't')) return 'taken';
    return limited.every((outcome) => cellOf(outcome, 2) === 'f') ? 'cut' : null;
  },
  because:
    'A column refuses what does not fit, but for blanks at the end, with `22001`. The length is a check and nothing more: `text` with a check of your own says the same, and is changed more easily.',
};

const silentCut: Experiment = {
  id: 'silent-cut',
  group: 'Text',
  title: 'The same text, cast',
  question: ({ word: text, length: size }) =>
    `‘${text}’ is cast to ${size} characters, and not inserted. What becomes of it?`,
  fields: [word, length],
  choices: tooLong.choices,
  sides: ({ word: text = '', length: size }) =>
    typesOf(size).map((type) => ({
      label: type,
      sql: `select cast(${literal(text)} as ${type}) as name,
  cast(${literal(text)} as ${type}) = ${literal(text)} as "is it whole";`,
    })),
  answer: (outcomes) => {
    const [plain, ...limited] = outcomes;
    if (plain === undefined || cellOf(plain, 1) !== 't') return null;
    if (limited.every((outcome) => refusalOf(outcome) !== null)) return 'refused';
    if (limited.every((outcome) => cellOf(outcome, 1) === 't')) return 'taken';
    return limited.every((outcome) => cellOf(outcome, 1) === 'f') ? 'cut' : null;
  },
  because:
    'The SQL standard wants it so: who writes a `cast` has asked for it, and what does not fit is cut without a word. A migration with `using name::varchar(5)` loses the rest of every name.',
};

const blanks: Experiment = {
  id: 'blanks-at-the-end',
  group: 'Text',
  title: 'Blanks at the end',
  question: () => 'A code is stored with a blank after it, and looked for without. Which side finds it?',
  fields: [{ name: 'code', label: 'Code', initial: 'ab', input: { kind: 'text', longest: 4 } }],
  choices: [
    { value: 'ftt', label: 'varchar and char' },
    { value: 'fft', label: 'Only char' },
    { value: 'ttt', label: 'All three' },
    { value: 'fff', label: 'None' },
  ],
  sides: ({ code = '' }) =>
    typesOf('5').map((type) => ({
      label: type,
      sql: `create temporary table item (code ${type});
insert into item values (${literal(`${code} `)});
select code = ${literal(code)} as found,
  octet_length(code) as bytes, length(code),
  '[' || code || ']' as shown
from item;`,
    })),
  answer: (outcomes) => outcomes.map((outcome) => cellOf(outcome, 0) ?? '').join(''),
  because:
    '`char(5)` fills every value up to its length, and then takes blanks at the end for nothing: they are stored, and neither compared nor counted by `length`. `text` and `varchar(5)` keep what they were given.',
};

export const textExperiments: readonly Experiment[] = [tooLong, silentCut, blanks];
