import { openVaultDatabase, type VaultDatabase } from './vault-database.ts';

/** The one connection of a page. Browsers close it when the site's data is cleared, and some when they are in trouble. */
export class VaultConnection {
  #database: VaultDatabase | null = null;
  #opening: Promise<VaultDatabase> | null = null;

  /** What a write can be handed to at once. */
  get database(): VaultDatabase | null {
    return this.#database;
  }

  /** Opens it, or opens it again; rejects where the browser has none or refuses it. */
  open(): Promise<VaultDatabase> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Some browsers lose a connection without a word: a use of it has failed, so the next one opens another. */
  forget(): void {
    this.#database?.close();
    this.#database = null;
    this.#opening = null;
  }

  async #open(): Promise<VaultDatabase> {
    try {
      this.#database = await openVaultDatabase(() => this.forget());
      return this.#database;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }
}
