import type { Probe } from './probe.ts';

/** The probe as a learner can run it: in a transaction that is rolled back. */
export function probeScript({ words, setup, tested, followUp, expected }: Probe): string {
  // What is refused ends the run; the transaction is then open, and failed.
  const end =
    expected.kind === 'refused'
      ? '-- Refused: the transaction has failed, and this puts it back.\nrollback'
      : 'rollback';
  const late =
    followUp.length === 0 ? [] : [...followUp, '-- As at the end of the transaction:\nset constraints all immediate'];
  return [`-- ${words}\nbegin`, ...setup, `-- What is tested:\n${tested}`, ...late, end]
    .map((sql) => `${sql};\n`)
    .join('');
}
