import { describe, expect, it } from 'vitest';
import { defaultConventions } from '#core/design/naming.ts';
import type { KeyValueStore } from './services.ts';
import { readPreferences, writePreferences } from './stored-state.ts';

function storageOf(value: unknown): KeyValueStore {
  const values = new Map([['rowhouse:preferences', JSON.stringify({ version: 1, value })]]);
  return {
    isLasting: true,
    read: (key) => values.get(key) ?? null,
    write: (key, text) => values.set(key, text).has(key),
    remove: (key) => void values.delete(key),
  };
}

describe('the time limit among the stored preferences', () => {
  it('is the usual one in a record from before there was a limit', () => {
    const { value, setAside } = readPreferences(storageOf({ theme: 'dark', splits: { editor: 40 } }));
    expect(value).toEqual({ theme: 'dark', splits: { editor: 40 }, statementLimitS: 30, naming: defaultConventions });
    expect(setAside).toBeNull();
  });

  it.each([1, 300, null])('is read as it was written: %s', (statementLimitS) => {
    const storage = storageOf(null);
    writePreferences(storage, { theme: 'system', splits: {}, statementLimitS, naming: defaultConventions });
    expect(readPreferences(storage).value.statementLimitS).toBe(statementLimitS);
  });

  it('is never nothing at all', () => {
    const { value, setAside } = readPreferences(storageOf({ theme: 'dark', splits: {}, statementLimitS: 0 }));
    expect(value.statementLimitS).toBe(30);
    expect(setAside).toBe('rowhouse:set-aside:preferences');
  });
});
