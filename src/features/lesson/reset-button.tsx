import { useState } from 'react';
import { Button, type ButtonVariant } from '#ui/button.tsx';
import { ResetDialog, type ResetScope } from './reset-dialog.tsx';

interface ResetButtonProps {
  readonly label: string;
  readonly variant?: ButtonVariant;
  readonly scope: ResetScope;
  /** Something that was run would be undone: ask first. */
  readonly losesWork: boolean;
  readonly isDisabled?: boolean;
  readonly onReset: () => void;
}

/** Moves the database to the opening of a step, and asks first where that costs something. */
export function ResetButton({ label, variant, scope, losesWork, isDisabled = false, onReset }: ResetButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        {...(variant === undefined ? {} : { variant })}
        disabled={isDisabled}
        onClick={() => (losesWork ? setIsAsking(true) : onReset())}
      >
        {label}
      </Button>
      <ResetDialog isOpen={isAsking} scope={scope} onConfirm={onReset} onClose={() => setIsAsking(false)} />
    </>
  );
}
