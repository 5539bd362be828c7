import { type DistributionName, distributionNames, distributionNotes } from '#core/shared/distributions.ts';
import type { WaiterChoice } from '#core/pool/pool-params.ts';
import type { ChoiceField, LabField, NumberField } from '#content/labs/lab-card.ts';

type NumberWords = Pick<NumberField, 'path' | 'label' | 'note' | 'unit' | 'initial' | 'least' | 'most'> &
  Partial<Pick<NumberField, 'isWhole' | 'zeroMeans'>> & {
    readonly slider: readonly ['linear' | 'log', number, number];
  };

const load: readonly LabField[] = [
  numberField('Load', {
    path: 'arrivalsPerS',
    label: 'Requests',
    note: 'How many requests a second come, in all applications together. They come by chance, not in step.',
    unit: 'a second',
    initial: 100,
    least: 0.1,
    most: 100_000,
    slider: ['log', 1, 2000],
  }),
  numberField('Load', {
    path: 'holdMs.mean',
    label: 'Time on the connection',
    note: 'How long a request works on its connection on average, where the server has nothing else to do.',
    unit: 'ms',
    initial: 50,
    least: 0.01,
    most: 600_000,
    slider: ['log', 1, 1000],
  }),
  choiceField('Load', {
    path: 'holdMs.distribution',
    label: 'How that time varies',
    note: 'Whether all requests take about as long, or a few take very long.',
    initial: 'exponential' satisfies DistributionName,
    options: distributionNames.map((name) => ({ value: name, label: name, note: distributionNotes[name] })),
  }),
  numberField('Load', {
    path: 'applications',
    label: 'Applications',
    note: 'Processes that share the server. Each has a pool of its own, with the limits below.',
    unit: '',
    initial: 1,
    least: 1,
    most: 1000,
    isWhole: true,
    slider: ['log', 1, 100],
  }),
];

const pool: readonly LabField[] = [
  numberField('Pool', {
    path: 'maxOpen',
    label: 'Most open connections',
    note: 'A request that finds them all in use waits. Go: SetMaxOpenConns.',
    unit: '',
    initial: 0,
    least: 0,
    most: 10_000,
    isWhole: true,
    zeroMeans: 'no limit',
    slider: ['log', 0, 200],
  }),
  numberField('Pool', {
    path: 'maxIdle',
    label: 'Most idle connections',
    note: 'What comes back while so many lie idle is closed. Never more than the most open ones. Go: SetMaxIdleConns.',
    unit: '',
    initial: 2,
    least: 0,
    most: 10_000,
    isWhole: true,
    zeroMeans: 'keeps none',
    slider: ['log', 0, 200],
  }),
  durationField('Pool', {
    path: 'connectMs',
    label: 'Opening a connection',
    note: 'What it takes to open one: a new process on the server, encryption, the password.',
    zeroMeans: 'at once',
    most: 60_000,
    slider: ['log', 0, 1000],
  }),
  choiceField('Pool', {
    path: 'waiters',
    label: 'Who is served next',
    note: 'Who gets a connection that comes free while several wait.',
    initial: 'random' satisfies WaiterChoice,
    options: [
      { value: 'random' satisfies WaiterChoice, label: 'random', note: 'Anyone who waits, as Go does it.' },
      {
        value: 'first' satisfies WaiterChoice,
        label: 'first',
        note: 'Who came first: the longest waits are shortest.',
      },
      { value: 'last' satisfies WaiterChoice, label: 'last', note: 'Who came last: a few wait very long.' },
    ],
  }),
  durationField('Pool', {
    path: 'timeoutMs',
    label: 'Gives up after',
    note: 'How long a request waits for its connection before it gives up.',
    zeroMeans: 'never',
    most: 3_600_000,
    slider: ['log', 0, 60_000],
  }),
  durationField('Pool', {
    path: 'maxLifetimeMs',
    label: 'Longest life',
    note: 'A connection older than this is closed when it comes back or is needed next. Go: SetConnMaxLifetime.',
    zeroMeans: 'for ever',
    most: 86_400_000,
    slider: ['log', 0, 3_600_000],
  }),
  durationField('Pool', {
    path: 'maxIdleTimeMs',
    label: 'Longest idle time',
    note: 'A connection that lay idle for longer is closed; looked for once a second at most. Go: SetConnMaxIdleTime.',
    zeroMeans: 'for ever',
    most: 86_400_000,
    slider: ['log', 0, 600_000],
  }),
];

const server: readonly LabField[] = [
  numberField('Server', {
    path: 'cores',
    label: 'Queries at full speed',
    note: 'So many run at once without slowing each other down; more of them share the speed.',
    unit: '',
    initial: 0,
    least: 0,
    most: 1000,
    isWhole: true,
    zeroMeans: 'any number',
    slider: ['log', 0, 128],
  }),
  numberField('Server', {
    path: 'overheadPercent',
    label: 'Cost of each query more',
    note: 'What each query beyond that number costs all of them, in percent of their speed.',
    unit: '%',
    initial: 0,
    least: 0,
    most: 100,
    zeroMeans: 'none',
    slider: ['linear', 0, 20],
  }),
  numberField('Server', {
    path: 'maxConnections',
    label: 'Connections accepted',
    note: 'The server refuses more of them (PostgreSQL: max_connections, error 53300).',
    unit: '',
    initial: 0,
    least: 0,
    most: 100_000,
    isWhole: true,
    zeroMeans: 'no limit',
    slider: ['log', 0, 2000],
  }),
  numberField('Server', {
    path: 'poolerSize',
    label: 'Connections of a pooler',
    note: 'A pooler between applications and server: queries take turns on so many connections to the server. Time at the pooler counts as time on the connection.',
    unit: '',
    initial: 0,
    least: 0,
    most: 10_000,
    isWhole: true,
    zeroMeans: 'no pooler',
    slider: ['log', 0, 200],
  }),
];

const trouble: readonly LabField[] = [
  shareField('leakFraction', 'Leaks', 'The share of requests that never give their connection back.'),
  shareField('slowFraction', 'Slow queries', 'The share of requests that run a slow query.'),
  numberField('Trouble', {
    path: 'slowMs',
    label: 'A slow query takes',
    note: 'How long it works on its connection, where the server has nothing else to do.',
    unit: 'ms',
    initial: 5000,
    least: 1,
    most: 3_600_000,
    slider: ['log', 100, 60_000],
  }),
  numberField('Trouble', {
    path: 'outageAtS',
    label: 'The database dies at',
    note: 'So many seconds after the start. What runs then fails, and all connections are lost.',
    unit: 's',
    initial: 30,
    least: 0,
    most: 86_400,
    slider: ['linear', 0, 300],
  }),
  numberField('Trouble', {
    path: 'outageForS',
    label: 'and returns after',
    note: 'Until then nobody can connect.',
    unit: 's',
    initial: 0,
    least: 0,
    most: 86_400,
    zeroMeans: 'it does not die',
    slider: ['log', 0, 120],
  }),
];

const run: readonly LabField[] = [
  numberField('Run', {
    path: 'forS',
    label: 'For',
    note: 'How much time is simulated.',
    unit: 's',
    initial: 600,
    least: 1,
    most: 86_400,
    slider: ['log', 10, 3600],
  }),
];

export const poolFields: readonly LabField[] = [...load, ...pool, ...server, ...trouble, ...run];

function numberField(group: string, { slider: [scale, least, most], ...words }: NumberWords): NumberField {
  return { kind: 'number', group, isWhole: false, ...words, slider: { scale, least, most } };
}

function durationField(
  group: string,
  words: Omit<NumberWords, 'unit' | 'initial' | 'least'> & { readonly zeroMeans: string },
): NumberField {
  return numberField(group, { unit: 'ms', initial: 0, least: 0, ...words });
}

function shareField(path: string, label: string, note: string): NumberField {
  return numberField('Trouble', {
    path,
    label,
    note: `${note} 0.01 is one in a hundred.`,
    unit: '',
    initial: 0,
    least: 0,
    most: 1,
    zeroMeans: 'none',
    slider: ['log', 0, 0.2],
  });
}

function choiceField(group: string, words: Omit<ChoiceField, 'kind' | 'group'>): ChoiceField {
  return { kind: 'choice', group, ...words };
}
