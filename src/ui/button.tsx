import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps } from 'react';
import { Kbd } from './kbd.tsx';
import { ariaKeys, isAppleKeyboard } from './platform-keys.ts';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'plain' | 'quiet';

interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className'> {
  /** One primary action in sight; `quiet` has no border and stands among text. */
  readonly variant?: ButtonVariant;
  /** The keys that do the same, as in `mod+enter`. They are shown and announced; the caller listens for them. */
  readonly kbd?: string;
}

export function Button({ variant = 'plain', kbd, children, ...rest }: ButtonProps) {
  return (
    <BaseButton
      className={`${styles.button} ${styles[variant]}`}
      aria-keyshortcuts={kbd === undefined ? undefined : ariaKeys(kbd, isAppleKeyboard())}
      {...rest}
    >
      {children}
      {kbd !== undefined && (
        <span className={styles.keys} aria-hidden="true">
          <Kbd keys={kbd} quiet />
        </span>
      )}
    </BaseButton>
  );
}
