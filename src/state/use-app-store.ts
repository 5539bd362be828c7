import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState } from './app-state.ts';
import type { AppStore } from './app-store.ts';

/** Given by `app/`, so that every test and every page has a store of its own. */
export const AppStoreContext = createContext<AppStore | null>(null);

/** Selects from the store around this component, and renders again when what is selected changes. */
export function useAppStore<T>(selector: (state: AppState) => T): T {
  const store = useContext(AppStoreContext);
  if (store === null) throw new Error('No store around this component: AppStoreContext is missing.');
  return useStore(store, selector);
}
