/** What of a drawing belongs to one lesson and ends with it. */
export const freshDesign = { edits: [], undoneEdits: [], ranEdits: [], designFailure: null, relationDraft: null };
