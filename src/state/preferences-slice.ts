import type { SliceContext } from './app-state.ts';
import { readPreferences, writePreferences, type Preferences, type Theme } from './stored-state.ts';

export interface PreferencesSlice {
  readonly preferences: Preferences;
  readonly setTheme: (theme: Theme) => void;
  /** Takes effect with the next statement; null is no limit. */
  readonly setStatementLimit: (statementLimitS: number | null) => void;
  /** `share` is the first pane's part of the split, in percent. */
  readonly setSplit: (name: string, share: number) => void;
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
    setSplit: (name, share) => change({ splits: { ...get().preferences.splits, [name]: share } }),
  };
}
