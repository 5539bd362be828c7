import { Button } from '#ui/button.tsx';

interface HintButtonProps {
  readonly total: number;
  readonly shown: number;
  readonly onShow: () => void;
}

/** Reveals one hint at a time. It stays when the last one is out, so that the focus is not lost. */
export function HintButton({ total, shown, onShow }: HintButtonProps) {
  if (total === 0) return null;
  const isLast = shown >= total;
  return (
    <Button onClick={onShow} disabled={isLast} focusableWhenDisabled>
      {isLast ? 'No more hints' : `Hint ${shown + 1} of ${total}`}
    </Button>
  );
}
