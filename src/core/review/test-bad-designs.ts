/** Designs that each hold what one rule is there to find, with rows. */
interface BadDesign {
  readonly rule: string;
  readonly what: string;
  readonly script: string;
  /** The findings of the rule, as table.column. */
  readonly found: readonly string[];
  /** What the sentences hold: names, and figures of the rows. */
  readonly says: readonly string[];
  /** How many fixes each finding offers. */
  readonly fixes: readonly number[];
}

export const badDesigns: readonly BadDesign[] = [
  {
    rule: 'missing-primary-key',
    what: 'rows that nothing tells apart',
    script: `create table reading (sensor text not null, celsius numeric not null);
      insert into reading values ('a', 1), ('a', 1), ('b', 2)`,
    found: ['reading'],
    says: ['1 row is the same as another in every column'],
    fixes: [1],
  },
  {
    rule: 'missing-primary-key',
    what: 'an id that was never declared, and a unique key beside it',
    script: `create table "Odd ""one""" ("id" int not null, "select" text not null unique);
      insert into "Odd ""one""" values (1, 'a'), (2, 'b')`,
    found: ['Odd "one"'],
    says: [],
    fixes: [3],
  },
  {
    rule: 'missing-primary-key',
    what: 'a junction without its key, and a partitioned table',
    script: `create table a (id int primary key); create table b (id int primary key);
      create table a_b (a_id int not null references a, b_id int not null references b);
      create index on a_b (a_id); create index on a_b (b_id);
      create table log (at timestamptz not null, line text not null) partition by range (at);
      create table log_2024 partition of log for values from ('2024-01-01') to ('2025-01-01');
      insert into a values (1), (2); insert into b values (1), (2);
      insert into a_b values (1, 1), (1, 2), (2, 1); insert into log values ('2024-05-01', 'x')`,
    found: ['a_b', 'log'],
    says: [],
    fixes: [2, 1],
  },
  {
    rule: 'unindexed-foreign-key',
    what: 'a key whose index is partial, one that comes second in its index, and one in another schema',
    script: `create schema "my shop"; create table "my shop".customer (id int primary key);
      create table orders (id int primary key, customer_id int not null references "my shop".customer, "who 😀" int references "my shop".customer);
      create index on orders (customer_id) where customer_id > 5; create index on orders (id, "who 😀");
      insert into "my shop".customer values (1), (2); insert into orders values (1, 1, 2), (2, 2, null)`,
    found: ['orders.customer_id', 'orders.who 😀'],
    says: ['reads all 2 rows of `orders`', '`my shop.customer`'],
    fixes: [1, 1],
  },
  {
    rule: 'nullable-unique',
    what: 'a key that rows with NULL repeat, one that none does yet, and a lone one',
    script: `create table variant (id int primary key, product int not null, colour text, unique (product, colour));
      create table seat (id int primary key, row_no int, place int not null, unique (row_no, place));
      create table account (id int primary key, email text unique, iban text unique, replaces_id int unique references account);
      insert into variant values (1, 1, null), (2, 1, null), (3, 2, 'red'), (4, 3, null);
      insert into seat values (1, 1, 1); insert into account values (1, null), (2, null), (3, 'x')`,
    found: ['variant.product.colour', 'account.email', 'seat.row_no.place'],
    says: [
      '3 rows of `variant` have NULL there, and 1 row repeats another',
      'No row has NULL yet',
      '2 rows of `account` have',
    ],
    fixes: [0, 0, 2],
  },
  {
    rule: 'float-money',
    what: 'prices in binary, money in money, behind views that read them',
    script: `create table product (id int primary key, name text not null, price double precision not null default 0, weight double precision);
      create table payment (id int primary key, amount real not null check (amount > 0), tip money not null);
      create view cheap as select * from product where price < 1;
      create view cheapest as select name from cheap order by price limit 1;
      insert into product select n, 'p' || n, 0.1, 1.5 from generate_series(1, 31) n;
      insert into payment values (1, 9.99, '$1.20'), (2, 0.1, '$0.30')`,
    found: ['payment.amount', 'payment.tip', 'product.price'],
    says: ['31 values add up to 3.10000000000000', 'as numeric they add up to 3.1'],
    fixes: [1, 1, 1],
  },
  {
    rule: 'repeated-group',
    what: 'phone1 to phone3, and tag, tag_2 beside a key of two columns',
    script: `create table customer (id int primary key, name text not null, phone1 text, phone2 text, phone3 text);
      create table page (site text, path text, tag varchar(20), tag_2 varchar(20), primary key (site, path));
      insert into customer values (1, 'A', '1', '2', '3'), (2, 'B', '4', null, null);
      insert into page values ('s', '/', 'a', 'b')`,
    found: ['customer.phone1.phone2.phone3', 'page.tag.tag_2'],
    says: ['1 row already uses the last one'],
    fixes: [1, 1],
  },
  {
    rule: 'packed-list',
    what: 'colours with commas, and an array of ids',
    script: `create table shirt (id int primary key, colours text, supplier_ids int[]);
      insert into shirt values (1, 'red, blue', '{1,2}'), (2, 'red', '{}'), (3, 'blue, green, red', null), (4, 'green,red', '{2}'), (5, null, null)`,
    found: ['shirt.colours', 'shirt.supplier_ids'],
    says: ['3 rows hold several values', '2 rows have some'],
    fixes: [1, 1],
  },
  {
    rule: 'number-in-text',
    what: 'counts and sums as text, with a default',
    script: `create table stock (id int primary key, quantity text not null default '0', weight_kg varchar(10), huge text, label text);
      create view in_stock as select id, quantity from stock;
      insert into stock select n, n * 3, (n * 0.75)::text, (n * 3000000000)::text, 'p' || n from generate_series(1, 12) n`,
    found: ['stock.quantity', 'stock.weight_kg', 'stock.huge'],
    says: ['`max` says 9 where the largest is 36', 'All 12 rows'],
    fixes: [1, 1, 1],
  },
  {
    rule: 'name-for-id',
    what: 'a category by its name',
    script: `create table categories (id int primary key, name text not null unique);
      create table product (id int primary key, title text not null, category text not null);
      insert into categories values (1, 'Bread'), (2, 'Milk'), (3, 'Tea');
      insert into product values (1, 'Rye', 'Bread'), (2, 'Oat', 'Bread'), (3, 'Whole', 'Milk')`,
    found: ['product.category'],
    says: ['All 3 rows with a value name one of 2'],
    fixes: [2],
  },
  {
    rule: 'zoneless-moment',
    what: 'created_at without a zone, with its default, behind a view',
    script: `create table orders (id int primary key, created_at timestamp not null default now(), paid_at timestamp(3), opens_at timestamp);
      create materialized view recent as select id, created_at from orders;
      insert into orders values (1, '2024-03-10 02:30', null, '2024-01-01')`,
    found: ['orders.created_at', 'orders.paid_at'],
    says: ['The newest of 1 row says 2024-03-10 02:30:00'],
    fixes: [2, 2],
  },
  {
    rule: 'type-habits',
    what: 'varchar(255) everywhere, and char that pads',
    script: `create table person (id int primary key, name varchar(255) not null, "e-mail" varchar(255), code char(5) not null);
      insert into person values (1, 'Ann', 'a@b', 'ab'), (2, 'Bob', null, 'abcde')`,
    found: ['person.code', 'person.name.e-mail'],
    says: ['1 row is shorter', 'longest value has 3 characters'],
    fixes: [1, 1],
  },
  {
    rule: 'columns-in-json',
    what: 'the same keys in every row',
    script: `create table device (id int primary key, name text not null, spec jsonb not null);
      insert into device select n, 'd' || n, jsonb_build_object('watts', n * 10, 'colour', 'red', 'is "new"', n > 2, 'name', 'x') from generate_series(1, 6) n`,
    found: ['device.spec'],
    says: ['All 6 rows with a value have the same 4 keys'],
    fixes: [1],
  },
  {
    rule: 'derived-value',
    what: 'a line total beside quantity and price, and one row that contradicts itself',
    script: `create table line (id int primary key, quantity int not null, unit_price numeric(10,2) not null, line_total numeric(10,2) not null);
      insert into line select n, n % 4 + 1, n + 0.5, (n % 4 + 1) * (n + 0.5) from generate_series(1, 20) n;
      update line set line_total = 1 where id = 7`,
    found: ['line.line_total'],
    says: ['1 row of 20 already says something else'],
    fixes: [2],
  },
  {
    rule: 'cascade-chain',
    what: 'a user whose deletion deletes the payments',
    script: `create table users (id int primary key);
      create table orders (id int primary key, user_id int references users on delete cascade on update cascade deferrable initially deferred);
      create table order_items (id int primary key, order_id int not null references orders on delete cascade);
      create table payments (id int primary key, order_id int not null references orders on delete cascade);
      create index on orders (user_id); create index on order_items (order_id); create index on payments (order_id);
      insert into users values (1); insert into orders values (1, 1), (2, 1); insert into order_items values (1, 1); insert into payments values (1, 1)`,
    found: ['orders.user_id', 'payments.order_id'],
    says: ['`users → orders → payments`', 'up to 2 rows of `orders` for one row of `users`'],
    fixes: [2, 1],
  },
  {
    rule: 'unvalidated-constraint',
    what: 'a check that old rows break, and a key that none does',
    script: `create table parent (id int primary key); create table child (id int primary key, parent_id int, age int);
      create index on child (parent_id);
      insert into parent values (1); insert into child values (1, 1, -5), (2, null, 3);
      alter table child add constraint child_parent foreign key (parent_id) references parent not valid;
      alter table child add constraint child_age check (age >= 0) not valid`,
    found: ['child', 'child.parent_id'],
    says: ['1 row of `child` breaks it', 'No row of `child` breaks it'],
    fixes: [0, 1],
  },
  {
    rule: 'no-constraints',
    what: 'a table that takes any row',
    script: `create table person (id int primary key, name text, born date, nickname text);
      insert into person values (1, 'Ann', '2000-01-01', null), (2, 'Bob', '2001-01-01', 'B')`,
    found: ['person'],
    says: ['`name`, `born` have a value in every row'],
    fixes: [1],
  },
];
