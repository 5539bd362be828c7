/**
 * Monaco, cut to what an SQL editor needs. Only `monaco-sql-editor.tsx` and what it alone imports may import this:
 * that view is fetched when it is wanted, and Monaco with it.
 *
 * It gets no worker: what Monaco would do in one (completion from the words of the text, links, diffs, colour pickers)
 * is not loaded here or switched off in `editor-options.ts`.
 */
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/snippet/register';
// `features/suggest/register` of 0.57 leaves out the very list of suggestions.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import * as monaco from 'monaco-editor/editor';
import { pgsqlConfiguration, pgsqlLanguage } from './pgsql-language.ts';

export type CodeEditor = monaco.editor.IStandaloneCodeEditor;

export const languageId = 'pgsql';

monaco.languages.register({ id: languageId });
monaco.languages.setMonarchTokensProvider(languageId, pgsqlLanguage);
monaco.languages.setLanguageConfiguration(languageId, pgsqlConfiguration);

export { monaco };
