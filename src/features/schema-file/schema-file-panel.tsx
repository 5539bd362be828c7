import { Database } from 'lucide-react';
import { useMemo } from 'react';
import { createScript } from '#core/catalog/ddl/create-script.ts';
import { scriptOf } from '#core/catalog/ddl/ddl-statement.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Spinner } from '#ui/spinner.tsx';
import { useDelayed } from '#ui/use-delayed.ts';
import { useFileDrop } from '#ui/use-file-drop.ts';
import { ExportSection } from './export-section.tsx';
import { ImportForm } from './import-form.tsx';
import { ImportPlanView } from './import-plan-view.tsx';
import { ImportProblemNote } from './import-problem-note.tsx';
import styles from './schema-file.module.css';

/** The schema as SQL: written down, and read from a dump or a migration. */
export function SchemaFilePanel() {
  const catalog = useAppStore((state) => state.catalog);
  const save = useAppStore((state) => state.saveSchema);
  const sql = useMemo(() => (catalog === null ? '' : scriptOf(createScript(catalog))), [catalog]);
  if (catalog === null) {
    return (
      <EmptyState icon={Database} title="No database yet">
        Its schema stands here as SQL as soon as the database has started, and SQL of yours can be read in.
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <ImportSection />
      <ExportSection sql={sql} tables={catalog.tables.length} onSave={() => save(sql)} />
    </div>
  );
}

function ImportSection() {
  const text = useAppStore((state) => state.schemaText);
  const fileName = useAppStore((state) => state.schemaFileName);
  const isInstead = useAppStore((state) => state.isImportInstead);
  const isFree = useAppStore((state) => state.database.kind === 'ready' && state.activity === null);
  // A file that is dropped there is a whole database.
  const isBehindDialog = useAppStore((state) => state.isDatabaseDialogOpen);
  const edit = useAppStore((state) => state.editSchemaText);
  const read = useAppStore((state) => state.readSchemaFile);
  const setInstead = useAppStore((state) => state.setImportInstead);
  const tryImport = useAppStore((state) => state.tryImport);
  const isOver = useFileDrop(!isBehindDialog, (file) => void read(file));
  return (
    <section className={styles.section} aria-label="Read SQL in" data-over={isOver || undefined}>
      <h3 className={styles.heading}>Read it in</h3>
      <ImportForm
        text={text}
        fileName={fileName}
        isInstead={isInstead}
        canTry={isFree && text.trim() !== ''}
        onEdit={edit}
        onChoose={(file) => void read(file)}
        onInstead={setInstead}
        onTry={() => void tryImport()}
      />
      <ImportResult isFree={isFree} />
    </section>
  );
}

function ImportResult({ isFree }: { readonly isFree: boolean }) {
  const state = useAppStore(({ schemaImport }) => schemaImport);
  const take = useAppStore((store) => store.takeOverImport);
  const clear = useAppStore((store) => store.clearImport);
  switch (state.kind) {
    case 'none':
      return null;
    case 'running':
      return <Running />;
    case 'failed':
      return <ImportProblemNote problem={state.problem} />;
    case 'taken':
      return (
        <p role="status" className={styles.taken}>
          Taken over: what stood in {state.name} is in your database. Undo takes it back.
        </p>
      );
    case 'ready':
      return (
        <ImportPlanView
          plan={state.plan}
          hasChanged={state.hasChanged}
          canTake={isFree}
          onTake={() => void take()}
          onClear={clear}
        />
      );
  }
}

function Running() {
  const stop = useAppStore((state) => state.stopRun);
  if (!useDelayed(true)) return null;
  return (
    <div className={styles.actions}>
      <Spinner />
      <span role="status">Running it on a copy…</span>
      <Button variant="quiet" onClick={() => void stop()}>
        Stop
      </Button>
    </div>
  );
}
