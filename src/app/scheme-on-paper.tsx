import { useState } from 'react';
import type { NormalizationFrame } from '#content/labs/normalization/normalization-frame.ts';
import { ClosureView } from '#features/normalization/closure-view.tsx';
import { readClosure } from '#features/normalization/closure-words.ts';
import { KeysView } from '#features/normalization/keys-view.tsx';
import { NormalFormView } from '#features/normalization/normal-form-view.tsx';
import { SchemePicture } from '#features/normalization/scheme-picture.tsx';
import { SchemeTables } from '#features/normalization/scheme-tables.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './scheme-on-paper.module.css';

interface SchemeOnPaperProps {
  readonly frame: NormalizationFrame;
  readonly as: 'picture' | 'table';
}

/** A relation on paper, with the closure of what is pressed in it, its keys, its form and what keeps it from the next. */
export function SchemeOnPaper({ frame: { scheme, judgement, prime, remarks }, as }: SchemeOnPaperProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // An attribute may have been crossed out since it was pressed.
  const selected = chosen.filter((name) => scheme.attributes.includes(name));
  const reading = selected.length === 0 ? null : readClosure(scheme, selected);
  const closure = reading?.closure ?? null;
  const toggle = (name: string): void =>
    setChosen(selected.includes(name) ? selected.filter((other) => other !== name) : [...selected, name]);
  const keys = judgement.keys;
  return (
    <div className={styles.place}>
      {as === 'table' ? (
        <SchemeTables {...{ scheme, keys, selected, closure }} guarded={[]} />
      ) : (
        <SchemePicture {...{ scheme, keys, selected, closure }} onToggle={toggle}>
          <ClosureView selected={selected} reading={reading} onClear={() => setChosen([])} />
        </SchemePicture>
      )}
      {remarks.length > 0 && (
        <ul className={styles.remarks}>
          {remarks.map(({ line, message }) => (
            <li key={message}>
              Line {line}: <InlineCode text={message} />
            </li>
          ))}
        </ul>
      )}
      <NormalFormView judgement={judgement} attributes={scheme.attributes} isByKeysAlone={false} onSplit={null} />
      <KeysView keys={judgement} prime={prime} />
    </div>
  );
}
