-- A grocery shop that delivers: 600 customers, 60 products, 1,800 orders from January 2024 to June 2025, with their
-- payments and addresses.
--
-- Everything here is well designed and lies in the schema `shop`. A lesson copies what it needs into tables of its
-- own, as badly as it likes, and ends its setup with `drop schema shop cascade`.
--
-- Every value follows from a row's number: the same rows on every machine, on every day. The hashes belong to no
-- password, and the telephone numbers to nobody.

create schema shop;

-- A whole number from 0 to below - 1 that looks random and depends on nothing but its arguments.
create function shop.pick(salt text, n bigint, below int) returns int
language sql immutable
return (('x' || left(md5(salt || n), 8))::bit(32)::bigint % below)::int;

-- The archive: what a lesson copies into the schema `kept` outlives `shop`, and each of its tables is locked with a
-- trigger of this function. A proof against rows that can be rewritten proves nothing.
create schema kept;

create function kept.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'kept holds the archive: it cannot be changed'
    using errcode = 'KEPT1', hint = 'Change your own tables. The archive is there to compare them with.';
end
$$;

create table shop.places (
  id bigint generated always as identity primary key,
  city text not null,
  state text not null,
  country text not null,
  unique (country, state, city)
);

insert into shop.places overriding system value values
  (1, 'London', 'England', 'United Kingdom'),
  (2, 'Chicago', 'Illinois', 'United States'),
  (3, 'Toronto', 'Ontario', 'Canada'),
  (4, 'Melbourne', 'Victoria', 'Australia'),
  (5, 'Edinburgh', 'Scotland', 'United Kingdom'),
  (6, 'Portland', 'Oregon', 'United States'),
  (7, 'Springfield', 'Illinois', 'United States'),
  (8, 'Boston', 'Massachusetts', 'United States'),
  (9, 'Bristol', 'England', 'United Kingdom'),
  (10, 'Seattle', 'Washington', 'United States'),
  (11, 'Glasgow', 'Scotland', 'United Kingdom'),
  (12, 'Springfield', 'Massachusetts', 'United States'),
  (13, 'Vancouver', 'British Columbia', 'Canada'),
  (14, 'Sydney', 'New South Wales', 'Australia'),
  (15, 'Cardiff', 'Wales', 'United Kingdom'),
  (16, 'Savannah', 'Georgia', 'United States'),
  (17, 'Leeds', 'England', 'United Kingdom'),
  (18, 'Springfield', 'Missouri', 'United States'),
  (19, 'Cambridge', 'Massachusetts', 'United States'),
  (20, 'Cambridge', 'England', 'United Kingdom'),
  (21, 'Ottawa', 'Ontario', 'Canada'),
  (22, 'Belfast', 'Northern Ireland', 'United Kingdom'),
  (23, 'Columbus', 'Ohio', 'United States'),
  (24, 'Perth', 'Western Australia', 'Australia'),
  (25, 'Springfield', 'Oregon', 'United States'),
  (26, 'Birmingham', 'England', 'United Kingdom'),
  (27, 'Montreal', 'Quebec', 'Canada'),
  (28, 'Halifax', 'Nova Scotia', 'Canada'),
  (29, 'Portland', 'Maine', 'United States'),
  (30, 'Geelong', 'Victoria', 'Australia'),
  (31, 'London', 'Ontario', 'Canada'),
  (32, 'Richmond', 'Virginia', 'United States'),
  (33, 'Birmingham', 'Alabama', 'United States'),
  (34, 'Swansea', 'Wales', 'United Kingdom'),
  (35, 'Columbus', 'Georgia', 'United States'),
  (36, 'Hamilton', 'Ontario', 'Canada'),
  (37, 'Perth', 'Scotland', 'United Kingdom'),
  (38, 'Richmond', 'British Columbia', 'Canada'),
  (39, 'Halifax', 'England', 'United Kingdom'),
  (40, 'Newcastle', 'New South Wales', 'Australia'),
  -- Exactly one customer each, see below.
  (41, 'Hobart', 'Tasmania', 'Australia'),
  (42, 'Charlottetown', 'Prince Edward Island', 'Canada');

-- An order points at the address it went to, so an address is never rewritten: who moves gets a new one.
create table shop.addresses (
  id bigint generated always as identity primary key,
  street text not null,
  place_id bigint not null
);

-- 1 to 600 are homes, each of the customer with that number; 601 to 640 are places of work.
insert into shop.addresses overriding system value
select
  n,
  1 + shop.pick('house', n, 140) || ' ' || (array[
    'Station Road', 'Mill Lane', 'Church Street', 'Park Avenue', 'Elm Street', 'Victoria Road', 'Orchard Way',
    'Harbour Street', 'King Street', 'Maple Avenue', 'Bridge Street', 'Garden Terrace', 'Chapel Hill',
    'Birch Close', 'Market Street', 'Queen Street'
  ])[1 + shop.pick('street', n, 16)],
  case n
    when 412 then 41
    when 538 then 42
    else 1 + shop.pick('place', n, 40) * shop.pick('suburb', n, 41) / 40
  end
from generate_series(1, 640) as n;

-- Who leaves is made inactive and stays: orders and payments still speak of them.
create table shop.users (
  id bigint generated always as identity primary key,
  first_name text not null,
  last_name text not null,
  -- In lower case, so that `unique` also refuses Ada@Example.com beside ada@example.com.
  email text not null unique check (email = lower(email)),
  password_hash text not null,
  -- Text, since nobody adds telephone numbers up, and a number would lose the plus and the zeros.
  phone text check (phone ~ '^\+[0-9]{7,15}$'),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (updated_at >= created_at)
);

-- 24 first names and 25 last names have no common factor, so the first 600 customers all differ.
insert into shop.users overriding system value
select
  n,
  person.first,
  person.last,
  lower(person.first || '.' || person.last) || '@example.' || (array['com', 'org', 'net'])[1 + n % 3],
  '$2b$12$' || left(md5('hash' || n) || md5('salt' || n), 53),
  case when n % 4 > 0 then '+1555' || lpad(shop.pick('phone', n, 10000000)::text, 7, '0') end,
  n % 40 <> 39,
  since.at,
  since.at + case when n % 3 = 0 then make_interval(days => 1 + shop.pick('edited', n, 500)) else interval '0' end
from generate_series(1, 600) as n
cross join lateral (
  select
    (array[
      'Maya', 'Tom', 'Aisha', 'Owen', 'Priya', 'Lucas', 'Hannah', 'Kofi', 'Isla', 'Daniel', 'Mei', 'Rosa',
      'Callum', 'Fatima', 'Noah', 'Ingrid', 'Samuel', 'Chloe', 'Arjun', 'Grace', 'Mateo', 'Zoe', 'Elijah', 'Nadia'
    ])[1 + n % 24] as first,
    (array[
      'Okafor', 'Murray', 'Chen', 'Patel', 'Hughes', 'Silva', 'Walker', 'Novak', 'Khan', 'Reid', 'Garcia',
      'Nguyen', 'Fraser', 'Adeyemi', 'Schmidt', 'Evans', 'Tanaka', 'Doyle', 'Rossi', 'Campbell', 'Singh',
      'Larsen', 'Brooks', 'Mensah', 'Wood'
    ])[1 + n % 25] as last
) as person
cross join lateral (
  select timestamptz '2023-01-09 08:00+00' + make_interval(hours => n * 14, mins => shop.pick('since', n, 600)) as at
) as since;

-- Who lives or works where: a home may be shared, and one person may have several.
create table shop.user_addresses (
  user_id bigint,
  address_id bigint,
  kind text check (kind in ('shipping', 'billing')),
  is_default boolean not null default false,
  primary key (user_id, address_id, kind)
);

-- At most one default for each user and kind.
create unique index user_addresses_one_default on shop.user_addresses (user_id, kind) where is_default;

-- Everybody has a home; one in five also gets parcels at work, one in nine at somebody else's home.
insert into shop.user_addresses
select n, n, kind, true
from generate_series(1, 600) as n
cross join (values ('shipping'), ('billing')) as of_kind (kind)
union all
select n, 601 + shop.pick('work', n, 40), 'shipping', false
from generate_series(1, 600) as n
where n % 5 = 0
union all
select n, 1 + (n + 300) % 600, 'shipping', false
from generate_series(1, 600) as n
where n % 9 = 4;

-- A tree: a category without a parent is a root.
create table shop.categories (
  id bigint generated always as identity primary key,
  parent_id bigint,
  name text not null,
  -- Two roots of one name would be two rows of (null, name), which plain `unique` lets pass.
  unique nulls not distinct (parent_id, name),
  check (parent_id <> id)
);

insert into shop.categories overriding system value values
  (1, null, 'Food'),
  (2, null, 'Drinks'),
  (3, null, 'Household'),
  (4, null, 'Vegan'),
  (5, 1, 'Fruit and vegetables'),
  (6, 1, 'Dairy and eggs'),
  (7, 1, 'Bakery'),
  (8, 1, 'Cupboard'),
  (9, 1, 'Frozen'),
  (10, 1, 'Fish'),
  (11, 8, 'Tins and jars'),
  (12, 8, 'Pasta, rice and pulses'),
  (13, 8, 'Baking'),
  (14, 8, 'Spreads and snacks'),
  (15, 2, 'Hot drinks'),
  (16, 2, 'Cold drinks'),
  (17, 3, 'Cleaning'),
  (18, 3, 'Paper and bags'),
  (19, 3, 'Bathroom'),
  (20, 3, 'Pets');

-- What is no longer sold is made inactive and stays: old orders still speak of it.
create table shop.products (
  id bigint generated always as identity primary key,
  sku text not null unique check (sku ~ '^[A-Z]{3}-[0-9]{3}$'),
  name text not null unique,
  description text not null default '',
  -- What it costs today. What somebody paid stands in order_items.
  price numeric(10, 2) not null check (price >= 0),
  stock int not null default 0 check (stock >= 0),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (updated_at >= created_at)
);

-- With the prices of January 2024, which the orders below begin from.
insert into shop.products overriding system value
select
  id,
  sku,
  name,
  (array[
    'A staple of the house.', 'Often bought together with bread.', 'From a maker nearby.', 'Small, and soon gone.',
    'Keeps for weeks in a cool place.', 'The one that regulars ask for.'
  ])[1 + shop.pick('description', id, 6)],
  price,
  stock,
  id <> 58,
  timestamptz '2023-11-01 09:00+00' + make_interval(mins => 7 * id::int),
  timestamptz '2023-11-01 09:00+00' + make_interval(mins => 7 * id::int)
from (
values
  (1, 'BAN-107', 'Bananas 1 kg', 1.80, 37),
  (2, 'WHO-114', 'Whole milk 1 l', 1.35, 74),
  (3, 'RYE-121', 'Rye bread 750 g', 3.20, 21),
  (4, 'FRE-128', 'Free-range eggs (6)', 2.40, 58),
  (5, 'BUT-135', 'Butter 250 g', 2.60, 5),
  (6, 'TOM-142', 'Tomatoes 500 g', 2.10, 42),
  (7, 'OAT-149', 'Oat milk 1 l', 1.95, 79),
  (8, 'OLI-156', 'Olive oil 0.75 l', 9.80, 26),
  (9, 'GRO-163', 'Ground coffee 500 g', 6.90, 63),
  (10, 'SPA-170', 'Spaghetti 500 g', 1.45, 10),
  (11, 'CHE-177', 'Cheddar 400 g', 4.60, 47),
  (12, 'APP-184', 'Apples 1 kg', 2.75, 84),
  (13, 'SOU-191', 'Sourdough loaf', 4.10, 31),
  (14, 'CHO-198', 'Chopped tomatoes 400 g', 0.95, 68),
  (15, 'PLA-205', 'Plain yoghurt 500 g', 1.90, 15),
  (16, 'BAS-212', 'Basmati rice 1 kg', 3.40, 52),
  (17, 'RED-219', 'Red onions 1 kg', 1.60, 89),
  (18, 'TOI-226', 'Toilet paper (9)', 5.20, 36),
  (19, 'CAR-233', 'Carrots 1 kg', 1.20, 73),
  (20, 'POR-240', 'Porridge oats 1 kg', 1.75, 20),
  (21, 'CHI-247', 'Chickpeas 400 g', 0.85, 57),
  (22, 'DAR-254', 'Dark chocolate 100 g', 2.30, 4),
  (23, 'WAS-261', 'Washing-up liquid 500 ml', 1.85, 41),
  (24, 'POT-268', 'Potatoes 2.5 kg', 3.10, 78),
  (25, 'OAT-275', 'Oat milk 1 l (barista)', 2.45, 25),
  (26, 'PEA-282', 'Peanut butter 340 g', 3.25, 62),
  (27, 'LEM-289', 'Lemons (4)', 1.50, 9),
  (28, 'RED-296', 'Red lentils 500 g', 1.70, 46),
  (29, 'STR-303', 'Strawberry jam 340 g', 2.20, 83),
  (30, 'MOZ-310', 'Mozzarella 125 g', 1.10, 30),
  (31, 'FRO-317', 'Frozen peas 900 g', 2.00, 67),
  (32, 'LAU-324', 'Laundry powder 2 kg', 8.40, 14),
  (33, 'HON-331', 'Honey 454 g', 4.95, 51),
  (34, 'SAL-338', 'Salmon fillets 240 g', 6.20, 88),
  (35, 'BRE-345', 'Breakfast tea (80)', 3.60, 35),
  (36, 'PLA-352', 'Plain flour 1.5 kg', 1.30, 72),
  (37, 'GAR-359', 'Garlic (3)', 0.90, 19),
  (38, 'MUS-366', 'Mushrooms 250 g', 1.25, 56),
  (39, 'COC-373', 'Coconut milk 400 ml', 1.55, 3),
  (40, 'KIT-380', 'Kitchen roll (2)', 2.35, 40),
  (41, 'CAS-387', 'Caster sugar 1 kg', 1.40, 77),
  (42, 'SEA-394', 'Sea salt 250 g', 1.95, 24),
  (43, 'TOF-401', 'Tofu 280 g', 2.25, 61),
  (44, 'AVO-408', 'Avocados (2)', 2.05, 8),
  (45, 'ORA-415', 'Orange juice 1 l', 2.65, 45),
  (46, 'SUN-422', 'Sunflower oil 1 l', 2.85, 82),
  (47, 'HAN-429', 'Hand soap 300 ml', 1.65, 29),
  (48, 'CUC-436', 'Cucumber', 0.80, 66),
  (49, 'KID-443', 'Kidney beans 400 g', 0.80, 13),
  (50, 'BIN-450', 'Bin bags (20)', 2.15, 50),
  (51, 'VAN-457', 'Vanilla ice cream 900 ml', 3.90, 87),
  (52, 'TOR-464', 'Tortilla wraps (8)', 1.80, 34),
  (53, 'TOO-471', 'Toothpaste 75 ml', 2.50, 71),
  (54, 'SOY-478', 'Soy sauce 150 ml', 2.30, 18),
  (55, 'DIS-485', 'Dishwasher tablets (40)', 7.50, 55),
  (56, 'ALM-492', 'Almonds 200 g', 3.35, 2),
  (57, 'VEG-499', 'Vegetable stock (8)', 1.60, 39),
  (58, 'CAN-506', 'Candles (6)', 4.25, 76),
  (59, 'CAT-513', 'Cat food (12)', 5.60, 23),
  (60, 'BAT-520', 'Batteries AA (8)', 6.80, 60)
) as shelf (id, sku, name, price, stock);

create table shop.product_categories (
  product_id bigint,
  category_id bigint,
  primary key (product_id, category_id)
);

insert into shop.product_categories values
  (1, 4), (1, 5), (2, 6), (2, 16), (3, 7), (4, 6), (5, 6), (6, 4), (6, 5), (7, 4), (7, 16), (8, 11), (9, 15),
  (10, 12), (11, 6), (12, 4), (12, 5), (13, 7), (14, 4), (14, 11), (15, 6), (16, 4), (16, 12), (17, 4),
  (17, 5), (18, 18), (18, 19), (19, 4), (19, 5), (20, 12), (20, 13), (21, 4), (21, 11), (21, 12), (22, 14),
  (23, 17), (24, 5), (25, 4), (25, 16), (26, 4), (26, 14), (27, 4), (27, 5), (28, 4), (28, 12), (29, 14),
  (30, 6), (31, 4), (31, 9), (32, 17), (33, 14), (34, 10), (35, 15), (36, 13), (37, 4), (37, 5), (38, 4),
  (38, 5), (39, 11), (40, 18), (41, 13), (42, 11), (43, 1), (43, 4), (44, 4), (44, 5), (45, 16), (46, 11),
  (47, 19), (48, 5), (49, 4), (49, 11), (49, 12), (50, 18), (51, 9), (52, 7), (53, 19), (54, 11), (55, 17),
  (56, 4), (56, 14), (57, 11), (58, 3), (59, 20), (60, 3);

create table shop.statuses (
  id bigint generated always as identity primary key,
  name text not null unique
);

insert into shop.statuses overriding system value values
  (1, 'placed'),
  (2, 'paid'),
  (3, 'packed'),
  (4, 'shipped'),
  (5, 'delivered'),
  (6, 'cancelled'),
  (7, 'returned');

-- No total: it follows from the lines, see the view order_totals.
create table shop.orders (
  id bigint generated always as identity primary key,
  user_id bigint not null,
  shipping_address_id bigint not null,
  status_id bigint not null,
  placed_at timestamptz not null default now()
);

-- Customers with small numbers come back often; some with large ones never order.
insert into shop.orders overriding system value
select
  1000 + n,
  person.id,
  case when person.id % 5 = 0 and n % 3 = 0 then 601 + shop.pick('work', person.id, 40) else person.id end,
  case
    when shop.pick('cancel', 1000 + n, 16) = 0 then 6
    when n > 1795 then 3
    when n > 1788 then 4
    when shop.pick('return', 1000 + n, 25) = 0 then 7
    else 5
  end,
  (date '2024-01-02' + n * 544 / 1800)::timestamp at time zone 'UTC'
    + make_interval(mins => 7 * 60 + shop.pick('minute', 1000 + n, 840))
from generate_series(1, 1800) as n
cross join lateral (
  select 1 + shop.pick('user', n, 600) * shop.pick('loyal', n, 600) / 600 as id
) as person;

-- A product stands in an order once; who wants two has the quantity 2.
create table shop.order_items (
  order_id bigint,
  product_id bigint,
  quantity int not null check (quantity > 0),
  -- What was paid for one: the price of that day, with what the voucher took off.
  price numeric(10, 2) not null check (price >= 0),
  primary key (order_id, product_id)
);

-- Each order draws one to seven products, the first in the list more often, and keeps each of them once.
-- Prices rise by four per cent every five months, not all on the same day; one order in ten has a voucher.
insert into shop.order_items
with baskets as materialized (
  select
    id as order_id,
    ((placed_at at time zone 'UTC')::date - date '2024-01-02') / 30 as months,
    1 + shop.pick('basket', id, 7) as draws,
    case when shop.pick('voucher', id, 10) = 0 then 0.9 else 1 end as discount
  from shop.orders
),
drawn as materialized (
  select distinct
    order_id,
    months,
    discount,
    1 + shop.pick('shelf', order_id * 10 + draw, 60) * shop.pick('reach', order_id * 10 + draw, 61) / 60 as product_id
  from baskets
  cross join generate_series(1, draws) as draw
)
select
  order_id,
  product_id,
  (array[1, 1, 1, 1, 2, 2, 3, 4])[1 + shop.pick('quantity', order_id * 100 + product_id, 8)],
  round(p.price * (1 + 0.04 * ((months + product_id % 5) / 5)) * discount, 2)
from drawn
join shop.products as p on p.id = product_id
order by order_id, product_id;

-- Today's price is that of the last month.
update shop.products
set
  price = round(price * (1 + 0.04 * ((18 + id % 5) / 5)), 2),
  updated_at = timestamptz '2025-03-27 06:00+00' + make_interval(mins => 7 * id::int);

-- When an order first reached a status; an order reaches each status at most once.
create table shop.order_status (
  order_id bigint,
  status_id bigint,
  changed_at timestamptz not null,
  primary key (order_id, status_id)
);

-- One order in sixteen is cancelled once paid; one in twenty-five of the others comes back. The last are on their way.
insert into shop.order_status
with courses as materialized (
  select
    id as order_id,
    placed_at,
    case
      when shop.pick('cancel', id, 16) = 0 then array[1, 2, 6]
      when id > 2795 then array[1, 2, 3]
      when id > 2788 then array[1, 2, 3, 4]
      when shop.pick('return', id, 25) = 0 then array[1, 2, 3, 4, 5, 7]
      else array[1, 2, 3, 4, 5]
    end as reached
  from shop.orders
)
select
  order_id,
  status_id,
  placed_at + make_interval(mins => case status_id
    when 1 then 0
    when 2 then 1 + shop.pick('paid', order_id, 9)
    when 3 then 60 + shop.pick('packed', order_id, 600)
    when 4 then 900 + shop.pick('shipped', order_id, 900)
    when 5 then 2000 + shop.pick('delivered', order_id, 3000)
    when 6 then 30 + shop.pick('cancelled', order_id, 500)
    when 7 then 11000 + shop.pick('returned', order_id, 9000)
  end)
from courses
cross join unnest(reached) as status_id
order by order_id, status_id;

-- An attempt to pay. What has been charged is a fact of its own: the total of the lines may say otherwise one day.
create table shop.payments (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  method text not null check (method in ('card', 'paypal', 'bank transfer')),
  amount numeric(10, 2) not null check (amount > 0),
  status text not null default 'pending' check (status in ('pending', 'failed', 'paid', 'refunded')),
  created_at timestamptz not null default now(),
  paid_at timestamptz,
  -- The provider tells us of a payment more than once. Unique, so that we count it once.
  provider_reference text not null unique,
  check ((paid_at is not null) = (status in ('paid', 'refunded'))),
  check (paid_at >= created_at)
);

-- However often somebody tries, an order is paid once.
create unique index payments_paid_once on shop.payments (order_id) where status in ('paid', 'refunded');

-- One order in twelve is paid at the second attempt. Who cancels or sends back gets the money again.
insert into shop.payments (order_id, method, amount, status, created_at, paid_at, provider_reference)
select
  o.id,
  (array['card', 'card', 'card', 'paypal', 'paypal', 'bank transfer'])[1 + shop.pick('method', o.id, 6)],
  t.total,
  case when attempt = 0 then 'failed' when o.status_id in (6, 7) then 'refunded' else 'paid' end,
  case when attempt = 0 then o.placed_at else h.changed_at - interval '20 seconds' end,
  case when attempt = 1 then h.changed_at end,
  'pay_' || left(md5('payment' || o.id || '.' || attempt), 16)
from shop.orders as o
join (select order_id, sum(quantity * price) as total from shop.order_items group by order_id) as t on t.order_id = o.id
join shop.order_status as h on h.order_id = o.id and h.status_id = 2
cross join generate_series(case when shop.pick('attempts', o.id, 12) = 0 then 0 else 1 end, 1) as attempt
order by o.id, attempt;

-- Worked out whenever it is asked for, so it never disagrees with the lines.
create view shop.order_totals as
select order_id, sum(quantity * price) as total
from shop.order_items
group by order_id;

-- Foreign keys, declared last: checking all rows at once is quicker than one by one. What is a part of something goes
-- with it (cascade); what others still speak of stays (restrict). Keys made by the database never change, so nothing is
-- said about updates.
alter table shop.addresses
  add foreign key (place_id) references shop.places on delete restrict;

alter table shop.user_addresses
  add foreign key (user_id) references shop.users on delete cascade,
  add foreign key (address_id) references shop.addresses on delete restrict;

alter table shop.categories
  add foreign key (parent_id) references shop.categories on delete restrict;

alter table shop.product_categories
  add foreign key (product_id) references shop.products on delete cascade,
  add foreign key (category_id) references shop.categories on delete cascade;

alter table shop.order_items
  add foreign key (order_id) references shop.orders on delete cascade,
  add foreign key (product_id) references shop.products on delete restrict;

alter table shop.order_status
  add foreign key (order_id) references shop.orders on delete cascade,
  add foreign key (status_id) references shop.statuses on delete restrict;

-- The last one: an order stands at a status that its history has reached. Each of the two tables points at the other, so
-- this is looked at when a transaction ends, and a new order and its first status may come in either order.
alter table shop.orders
  add foreign key (user_id) references shop.users on delete restrict,
  add foreign key (shipping_address_id) references shop.addresses on delete restrict,
  add foreign key (id, status_id) references shop.order_status deferrable initially deferred;

alter table shop.payments
  add foreign key (order_id) references shop.orders on delete restrict;

-- A primary key or a unique constraint brings its index, a foreign key does not: without these, each delete of what is
-- pointed at would read the whole table that points.
create index on shop.addresses (place_id);
create index on shop.user_addresses (address_id);
create index on shop.product_categories (category_id);
create index on shop.orders (user_id);
create index on shop.orders (shipping_address_id);
create index on shop.order_items (product_id);
create index on shop.order_status (status_id);
create index on shop.payments (order_id);

-- The rows above brought their numbers along; new ones go on after them.
alter table shop.places alter column id restart with 43;
alter table shop.addresses alter column id restart with 641;
alter table shop.users alter column id restart with 601;
alter table shop.categories alter column id restart with 21;
alter table shop.products alter column id restart with 61;
alter table shop.statuses alter column id restart with 8;
alter table shop.orders alter column id restart with 2801;

vacuum (analyze)
  shop.places, shop.addresses, shop.users, shop.user_addresses, shop.categories, shop.products,
  shop.product_categories, shop.statuses, shop.orders, shop.order_items, shop.order_status, shop.payments;
