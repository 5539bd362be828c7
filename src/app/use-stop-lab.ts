import { useAppStore } from '#state/use-app-store.ts';
import { useEscape } from './use-escape.ts';

/** Esc ends the computing of the lab that is open, as its Stop does. */
export function useStopLab(): void {
  const isComputing = useAppStore(({ lab }) => lab?.run.kind === 'running' || lab?.fork?.run.kind === 'running');
  useEscape(
    isComputing,
    useAppStore((state) => state.stopLabRun),
  );
}
