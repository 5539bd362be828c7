import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import view from './diagram-view.module.css';
import styles from './export-menu.module.css';

export type ExportFormat = 'svg' | 'png' | 'mermaid';
export type ExportDiagram = (format: ExportFormat) => void;

const formats: readonly { readonly format: ExportFormat; readonly name: string; readonly what: string }[] = [
  { format: 'svg', name: 'SVG', what: 'a drawing, sharp at any size' },
  { format: 'png', name: 'PNG', what: 'an image, for slides and messages' },
  { format: 'mermaid', name: 'Mermaid', what: 'text, for a README' },
];

/** The picture as a file. */
export function ExportMenu({ onExport }: { readonly onExport: ExportDiagram }) {
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button variant="quiet">
            <Download aria-hidden="true" />
            <span className={view.word}>Export</span>
          </Button>
        }
      />
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={6} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            {formats.map(({ format, name, what }) => (
              <Menu.Item key={format} className={styles.item} onClick={() => onExport(format)}>
                <b>{name}</b>
                <span>{what}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
