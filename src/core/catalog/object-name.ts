import { quoteName } from './quote-name.ts';

/** What names a table, a view, a type, … in a catalog. */
export interface ObjectName {
  readonly schema: string;
  readonly name: string;
}

/** As it is read: `orders`, `audit.entries`. Names may hold dots: it is no key. */
export function qualifiedName({ schema, name }: ObjectName): string {
  return schema === 'public' ? name : `${schema}.${name}`;
}

/** As SQL must say it while `public` is searched first: `orders`, `audit."my entries"`. */
export function sqlName({ schema, name }: ObjectName): string {
  return schema === 'public' ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`;
}

/** Tells objects of one kind apart, whatever their names hold. */
export function objectKey({ schema, name }: ObjectName): string {
  return JSON.stringify([schema, name]);
}

export function isSameObject(one: ObjectName, other: ObjectName): boolean {
  return one.schema === other.schema && one.name === other.name;
}
