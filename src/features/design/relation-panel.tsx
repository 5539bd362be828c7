import { useAppStore } from '#state/use-app-store.ts';
import { designOf } from '#state/schema-lab/design-of.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import { Dialog } from '#ui/dialog.tsx';
import { RelationForm } from './relation-form.tsx';

/** The form of the relation that was begun, here or in the picture. */
export function RelationPanel() {
  const draft = useAppStore((state) => state.relationDraft);
  const design = useAppStore(designOf);
  const conventions = useAppStore((state) => state.preferences.naming);
  const addEdit = useAppStore((state) => state.addEdit);
  const endRelation = useAppStore((state) => state.endRelation);
  return (
    <Dialog isOpen={draft !== null && design !== null} title="A relation between two tables" onClose={endRelation}>
      {draft !== null && design !== null && (
        <RelationForm
          key={objectKey(draft.from) + objectKey(draft.to)}
          catalog={design.catalog}
          ends={draft}
          conventions={conventions}
          onDraw={(edit) => {
            addEdit(edit);
            endRelation();
          }}
        />
      )}
    </Dialog>
  );
}
