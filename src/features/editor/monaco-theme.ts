import type { editor } from 'monaco-editor/editor';
import { oklchToHex } from './oklch-to-hex.ts';

/** Looks a token of the look up by its name: `ink` → `oklch(0.25 0.018 265)`. */
export type TokenLookup = (name: string) => string;

/** Monaco's theme out of the tokens in force, so that both themes of the page have theirs without a list of colours. */
export function monacoThemeOf(isDark: boolean, lookUp: TokenLookup): editor.IStandaloneThemeData {
  const colour = (name: string) => oklchToHex(lookUp(name)) ?? '#808080';
  return {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: colour('ink').slice(1) },
      { token: 'keyword', foreground: colour('sql-keyword').slice(1), fontStyle: 'bold' },
      { token: 'string', foreground: colour('sql-string').slice(1) },
      { token: 'number', foreground: colour('sql-number').slice(1) },
      { token: 'comment', foreground: colour('sql-comment').slice(1), fontStyle: 'italic' },
    ],
    colors: Object.fromEntries(Object.entries(colourTokens).map(([part, name]) => [part, colour(name)])),
  };
}

/** Which of our colours each part of Monaco wears. */
const colourTokens: Readonly<Record<string, string>> = {
  foreground: 'ink',
  focusBorder: 'brick',
  descriptionForeground: 'ink-3',
  'editor.background': 'surface',
  'editor.foreground': 'ink',
  'editor.selectionBackground': 'selection',
  'editor.inactiveSelectionBackground': 'selection',
  'editor.findMatchBackground': 'changed',
  'editor.findMatchHighlightBackground': 'changed',
  'editor.rangeHighlightBackground': 'sunken',
  'editor.selectionHighlightBackground': 'hover',
  'editorBracketMatch.background': 'sunken',
  'editorBracketMatch.border': 'line-control',
  'editorCursor.foreground': 'brick',
  'editorLineNumber.foreground': 'ink-3',
  'editorLineNumber.activeForeground': 'ink',
  'editorError.foreground': 'miss',
  'editorWidget.background': 'surface',
  'editorWidget.foreground': 'ink',
  'editorWidget.border': 'line-strong',
  'editorHoverWidget.background': 'surface',
  'editorHoverWidget.foreground': 'ink',
  'editorHoverWidget.border': 'line-strong',
  'editorSuggestWidget.background': 'surface',
  'editorSuggestWidget.foreground': 'ink',
  'editorSuggestWidget.border': 'line-strong',
  'editorSuggestWidget.selectedBackground': 'brick-soft',
  'editorSuggestWidget.selectedForeground': 'ink',
  'editorSuggestWidget.highlightForeground': 'brick',
  'editorSuggestWidget.focusHighlightForeground': 'brick',
  'input.background': 'surface',
  'input.foreground': 'ink',
  'input.border': 'line-control',
  'inputOption.activeBorder': 'brick',
  'inputOption.activeBackground': 'brick-soft',
  'inputOption.activeForeground': 'ink',
  'textLink.foreground': 'brick',
  'icon.foreground': 'ink-2',
  'symbolIcon.fieldForeground': 'ink-2',
  'symbolIcon.functionForeground': 'scanned',
  'symbolIcon.keywordForeground': 'sql-keyword',
  'symbolIcon.structForeground': 'brick',
  'scrollbarSlider.background': 'thumb',
  'scrollbarSlider.hoverBackground': 'thumb',
  'scrollbarSlider.activeBackground': 'thumb',
  'widget.shadow': 'shade',
};
