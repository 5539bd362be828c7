import { isAppleKeyboard, printKeys } from './platform-keys.ts';
import styles from './kbd.module.css';

interface KbdProps {
  /** As in `mod+shift+enter`; `mod` is ⌘ or Ctrl. */
  readonly keys: string;
  readonly quiet?: boolean;
}

/** A key or a chord, printed as the learner's keyboard has it. */
export function Kbd({ keys, quiet = false }: KbdProps) {
  return <kbd className={quiet ? styles.quiet : styles.kbd}>{printKeys(keys, isAppleKeyboard())}</kbd>;
}
