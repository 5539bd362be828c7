import { useRender } from '@base-ui/react/use-render';
import type { ButtonVariant } from './button.tsx';
import styles from './button.module.css';

interface ButtonLinkProps extends useRender.ComponentProps<'a'> {
  readonly variant?: ButtonVariant;
}

/** A link that looks like a button. A router's link is given as `render={<Link to="…" />}`. */
export function ButtonLink({ variant = 'plain', render, ...rest }: ButtonLinkProps) {
  return useRender({
    defaultTagName: 'a',
    ...(render === undefined ? {} : { render }),
    props: { className: `${styles.button} ${styles[variant]}`, ...rest },
  });
}
