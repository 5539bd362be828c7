import { Button as BaseButton } from '@base-ui/react/button';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Tooltip } from './tooltip.tsx';
import styles from './icon-button.module.css';

interface IconButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className' | 'children'> {
  readonly icon: LucideIcon;
  /** Its name for a screen reader, and its tooltip. */
  readonly label: string;
}

export function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <BaseButton className={styles.button} aria-label={label} {...rest}>
        <Icon aria-hidden="true" />
      </BaseButton>
    </Tooltip>
  );
}
