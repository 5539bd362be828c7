import type { languages } from 'monaco-editor/editor';
import type { Catalog } from '#core/catalog/catalog.ts';
import { completeSql, type Completion } from './complete-sql.ts';
import { snippetText, withoutIcons } from './monaco-text.ts';
import { monaco, type CodeEditor } from './monaco.ts';
import type { Suggestion } from './suggestion.ts';

/** Gives one editor its completion; `readCatalog` is asked each time, because every run may change the catalog. */
export function createCompletionProvider(
  editor: CodeEditor,
  readCatalog: () => Catalog | null,
): languages.CompletionItemProvider {
  return {
    triggerCharacters: ['.', ':', '"'],
    provideCompletionItems(model, position) {
      // Providers belong to the language: that of another editor on the page is asked about this text too.
      if (model !== editor.getModel()) return { suggestions: [] };
      const completion = completeSql(model.getValue(), model.getOffsetAt(position), readCatalog());
      const start = model.getPositionAt(completion.start);
      const range = monaco.Range.fromPositions(start, position);
      return { suggestions: itemsOf(completion).map((item) => ({ ...item, range })) };
    },
  };
}

type ItemWithoutRange = Omit<languages.CompletionItem, 'range'>;

function itemsOf({ suggestions }: Completion): readonly ItemWithoutRange[] {
  return suggestions.map((suggestion, rank) => ({
    label: { label: withoutIcons(suggestion.label), description: suggestion.detail },
    kind: monaco.languages.CompletionItemKind[kindNames[suggestion.kind]],
    // Monaco sorts by this text among those that fit equally well.
    sortText: String(rank).padStart(5, '0'),
    filterText: suggestion.insert.startsWith('"') ? `"${suggestion.label}` : suggestion.label,
    ...insertionOf(suggestion),
  }));
}

function insertionOf({ kind, insert }: Suggestion): Pick<languages.CompletionItem, 'insertText' | 'insertTextRules'> {
  if (kind !== 'function') return { insertText: insert };
  return {
    insertText: `${snippetText(insert)}($0)`,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
  };
}

/** Monaco's word for each kind of suggestion; it decides the icon. */
const kindNames = {
  column: 'Field',
  table: 'Struct',
  view: 'Struct',
  schema: 'Module',
  function: 'Function',
  type: 'TypeParameter',
  keyword: 'Keyword',
} as const;
