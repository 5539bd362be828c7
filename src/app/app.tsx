import { RouterProvider } from 'react-router';
import type { AppStore } from '#state/app-store.ts';
import { AppStoreContext } from '#state/use-app-store.ts';
import type { createRouter } from './routes.tsx';

interface AppProps {
  readonly store: AppStore;
  readonly router: ReturnType<typeof createRouter>;
}

export function App({ store, router }: AppProps) {
  return (
    <AppStoreContext value={store}>
      <RouterProvider router={router} />
    </AppStoreContext>
  );
}
