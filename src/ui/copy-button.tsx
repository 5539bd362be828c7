import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

interface CopyButtonProps {
  /** What is copied, in a word. */
  readonly format: string;
  /** Made only when it is asked for: it may be long. */
  readonly makeText: () => string;
}

type CopyState = 'idle' | 'copied' | 'refused';

const words: Record<CopyState, string> = { idle: '', copied: 'Copied', refused: 'The browser refused to copy' };

export function CopyButton({ format, makeText }: CopyButtonProps) {
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () => {
    navigator.clipboard.writeText(makeText()).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <Button variant="quiet" onClick={copy} aria-label={`Copy as ${format}`}>
      <Icon aria-hidden="true" />
      {/* The button keeps its name; what has happened is announced beside it. */}
      <output>{state === 'idle' ? format : words[state]}</output>
    </Button>
  );
}
