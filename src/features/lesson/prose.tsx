import type { Root } from 'hast';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import { memo, type ComponentProps } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { ProseLink } from './prose-link.tsx';
import styles from './prose.module.css';

interface ProseProps {
  readonly content: Root;
  /** `small` stands in cards: a hint, the reason of a quiz option. */
  readonly size?: 'normal' | 'small';
  /** The level of the section's own heading; those in the prose stand below it, as the author's `###` does below `##`. */
  readonly under?: 1 | 2;
}

/** What an author wrote, to be read. */
export const Prose = memo(function Prose({ content, size = 'normal', under = 2 }: ProseProps) {
  return <div className={styles[size]}>{proseElements(content, componentsUnder[under])}</div>;
});

/** The same where HTML allows no block, as in a label: no element around it, and none for its paragraphs. */
export const ProseLine = memo(function ProseLine({ content }: { readonly content: Root }) {
  return proseElements(content, inLine);
});

function proseElements(content: Root, components: Components) {
  return toJsxRuntime(content, { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true });
}

function ProseTable(props: ComponentProps<'table'>) {
  return (
    <ScrollRegion className={styles.table} label="Table">
      <table {...props} />
    </ScrollRegion>
  );
}

function CodeFence(props: ComponentProps<'pre'>) {
  return (
    <ScrollRegion className={styles.fence} label="Code">
      <pre {...props} />
    </ScrollRegion>
  );
}

const common: Components = { a: ProseLink, table: ProseTable, pre: CodeFence };

const inLine: Components = { a: ProseLink, p: ({ children }) => children };

const componentsUnder: Readonly<Record<1 | 2, Components>> = {
  1: { ...common, h1: 'h2', h3: 'h2', h4: 'h3', h5: 'h4', h6: 'h5' },
  2: { ...common, h1: 'h3', h2: 'h3' },
};
