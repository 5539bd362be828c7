import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { declaredDependencies } from '#core/normalization/declared-dependencies.ts';
import type { ViolatingDependency } from '#core/normalization/table-split.ts';

/** A table of a test that is split by the first of its stated dependencies. */
export interface Shape {
  readonly name: string;
  readonly setup: string;
  readonly table: string;
  readonly schema?: string;
  readonly stated: readonly ViolatingDependency[];
}

export function fd(determinant: readonly string[], ...dependents: readonly string[]): ViolatingDependency {
  return { kind: 'functional', determinant, dependents };
}

export function mvd(determinant: readonly string[], ...dependents: readonly string[]): ViolatingDependency {
  return { kind: 'multivalued', determinant, dependents };
}

export function tableIn(catalog: Catalog, { table, schema = 'public' }: Pick<Shape, 'table' | 'schema'>): Table {
  const found = catalog.tables.find((one) => one.name === table && one.schema === schema);
  if (found === undefined) throw new Error(`no table ${table}`);
  return found;
}

export function schemeOf(table: Table, stated: Shape['stated']): RelationScheme {
  return {
    attributes: table.columns.map(({ name }) => name),
    functional: [...declaredDependencies(table), ...stated.filter(({ kind }) => kind === 'functional')],
    multivalued: stated.filter(({ kind }) => kind === 'multivalued'),
  };
}

export const orderLines: Shape = {
  name: 'order lines that repeat the product',
  table: 'order_lines',
  setup: `
    create table order_lines (
      order_id int not null, product_id int not null, quantity int not null check (quantity > 0),
      product text not null, price numeric(8,2) not null check (price >= 0),
      primary key (order_id, product_id)
    );
    insert into order_lines values
      (1, 7, 2, 'Cup', 9.50), (1, 8, 1, 'Plate', 12), (2, 7, 1, 'Cup', 9.50), (3, 7, 6, 'Cup', 9.50), (3, 9, 1, 'Jug', 30);
    create index on order_lines (product);
    create index on order_lines (quantity);
  `,
  stated: [fd(['product_id'], 'product', 'price')],
};

export const shapes: readonly Shape[] = [
  orderLines,
  {
    name: 'a determinant of two columns',
    table: 'lessons',
    setup: `
      create table lessons (id int primary key, course text not null, term text not null, room text, teacher text, note text);
      insert into lessons values (1, 'db', 's', 'a', 'Codd', 'x'), (2, 'db', 's', 'a', 'Codd', null),
        (3, 'db', 'w', 'b', 'Date', null), (4, 'os', 's', null, null, 'y');
    `,
    stated: [fd(['course', 'term'], 'room', 'teacher')],
  },
  {
    name: 'names in quotes, in a schema of its own',
    table: 'Order "lines"',
    schema: 'My Shop',
    setup: `
      create schema "My Shop";
      create table "My Shop"."Order ""lines""" ("No." int primary key, "Kunde №" text not null, "Größe" text, "select" int);
      insert into "My Shop"."Order ""lines""" values (1, 'a', 'x', 1), (2, 'a', 'x', 1), (3, 'b', 'x''y', 2);
    `,
    stated: [fd(['Kunde №'], 'Größe', 'select')],
  },
  {
    name: 'an identity column and one that is computed',
    table: 'tickets',
    setup: `
      create table tickets (
        id bigint generated always as identity primary key, customer text not null, email text not null,
        domain text generated always as (split_part(email, '@', 2)) stored,
        label text generated always as (customer || '!') stored, opened date default current_date
      );
      insert into tickets (customer, email) values ('a', 'a@x.org'), ('b', 'b@y.org'), ('a', 'a@x.org');
    `,
    stated: [fd(['customer'], 'email')],
  },
  {
    name: 'a serial column',
    table: 'visits',
    setup: `
      create table visits (id serial primary key, patient int not null, born date);
      insert into visits (patient, born) values (1, '1990-01-01'), (1, '1990-01-01'), (2, null);
    `,
    stated: [fd(['patient'], 'born')],
  },
  {
    name: 'a reference to itself and one from another table',
    table: 'staff',
    setup: `
      create table staff (id int primary key, boss int references staff, office text not null, phone text);
      insert into staff values (1, null, 'n', '11'), (2, 1, 'n', '11'), (3, 1, 's', '22');
      create table cars (plate text primary key, owner int not null references staff on delete cascade);
      insert into cars values ('K 1', 2);
    `,
    stated: [fd(['office'], 'phone')],
  },
  {
    name: 'a key that is torn apart (BCNF)',
    table: 'places',
    setup: `
      create table places (city text, street text, zip text not null, primary key (city, street));
      insert into places values ('Ulm', 'a', '1'), ('Ulm', 'b', '1'), ('Ulm', 'c', '2'), ('Bonn', 'a', '3');
      create table letters (id int primary key, city text, street text, foreign key (city, street) references places);
      insert into letters values (1, 'Ulm', 'a');
    `,
    stated: [fd(['zip'], 'city')],
  },
  {
    name: 'two facts that know nothing of each other (4NF)',
    table: 'skills',
    setup: `
      create table skills (person text, skill text, language text, primary key (person, skill, language));
      insert into skills select p, s, l from unnest(array['Ann', 'Bob']) p, unnest(array['sql', 'c']) s, unnest(array['en', 'de', 'fr']) l;
    `,
    stated: [mvd(['person'], 'skill')],
  },
  {
    name: 'a determinant that may be NULL',
    table: 'parcels',
    setup: `
      create table parcels (id int primary key, depot text, depot_city text, weight real);
      insert into parcels values (1, 'n', 'Kiel', 1.5), (2, null, null, 2), (3, 'n', 'Kiel', 3), (4, 's', null, null);
    `,
    stated: [fd(['depot'], 'depot_city')],
  },
  {
    name: 'no key at all, and a row that stands twice',
    table: 'log',
    setup: `
      create table log (who text, home text, did text);
      insert into log values ('a', 'x', 'in'), ('a', 'x', 'in'), ('a', 'x', 'out'), ('b', 'y', 'in');
    `,
    stated: [fd(['who'], 'home')],
  },
  {
    name: 'types without equality',
    table: 'shops',
    setup: `
      create table shops (id int primary key, mall text not null, at point, extra json, own json);
      insert into shops values (1, 'm', '(1,2)', '{"a": 1}', '{}'), (2, 'm', '(1,2)', '{"a": 1}', null), (3, 'n', null, null, '[]');
    `,
    stated: [fd(['mall'], 'at', 'extra')],
  },
  {
    name: 'enums, domains, views, foreign keys that go along',
    table: 'bookings',
    setup: `
      create type kind as enum ('single', 'double');
      create domain percent as int check (value between 0 and 100);
      create table hotels (id int primary key);
      insert into hotels values (1), (2);
      create table bookings (id int primary key, room int not null, hotel int not null references hotels, kind kind not null,
        discount percent default 0, guest text not null, unique (guest, room), check (discount < 90), check (length(guest) < 20));
      insert into bookings values (1, 10, 1, 'single', 5, 'a'), (2, 10, 1, 'single', 5, 'b'), (3, 20, 2, 'double', 0, 'a');
      create view single_rooms as select id, room, hotel from bookings where kind = 'single';
      create view guests as select distinct guest from bookings;
      create view counted as select count(*) as n from single_rooms;
    `,
    stated: [fd(['room'], 'hotel', 'kind', 'discount')],
  },
  {
    name: 'a table with no rows',
    table: 'empty',
    setup: 'create table empty (id int primary key, a text, b text);',
    stated: [fd(['a'], 'b')],
  },
  {
    name: 'all NULL',
    table: 'nothing',
    setup:
      'create table nothing (id int primary key, a text, b text); insert into nothing values (1, null, null), (2, null, null);',
    stated: [fd(['a'], 'b')],
  },
];
