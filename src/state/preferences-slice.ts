import type { NamingConventions } from '#core/design/naming.ts';
import type { SliceContext } from './app-state.ts';
import { readPreferences, writePreferences, type Preferences, type Theme } from './stored-state.ts';

export interface PreferencesSlice {
  readonly preferences: Preferences;
  readonly setTheme: (theme: Theme) => void;
  /** Takes effect with the next statement; null is no limit. */
  readonly setStatementLimit: (statementLimitS: number | null) => void;
  /** `share` is the first pane's part of the split, in percent. */
  readonly setSplit: (name: string, share: number) => void;
  /** Holds for what is drawn from now on. */
  readonly setNaming: (part: Partial<NamingConventions>) => void;
}

export function createPreferencesSlice({ set, get, services }: SliceContext): PreferencesSlice {
  const change = (part: Partial<Preferences>): void => {
    const preferences = { ...get().preferences, ...part };
    set({ preferences });
    writePreferences(services.storage, preferences);
  };
  return {
    preferences: readPreferences(services.storage).value,
    setTheme: (theme) => change({ theme }),
    setStatementLimit: (statementLimitS) => change({ statementLimitS }),
    setNaming: (part) => change({ naming: { ...get().preferences.naming, ...part } }),
    setSplit: (name, share) => change({ splits: { ...get().preferences.splits, [name]: share } }),
  };
}
