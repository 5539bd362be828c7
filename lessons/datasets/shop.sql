-- A grocery shop that delivers: 600 customers, 60 products, 1,800 orders from January 2024 to June 2025.
--
-- Everything here is well designed and lies in the schema `shop`. A lesson copies what it needs into tables of its
-- own, as badly as it likes, and ends its setup with `drop schema shop cascade`.
--
-- Every value follows from a row's number: the same rows on every machine, on every day.

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
  id int primary key,
  city text not null,
  state text not null,
  country text not null,
  unique (city, state)
);

insert into shop.places values
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

create table shop.users (
  id int primary key,
  name text not null,
  email text not null unique,
  street text not null,
  city text not null,
  state text not null,
  country text not null
);

-- 24 first names and 25 last names have no common factor, so the first 600 customers all differ.
insert into shop.users
select
  n,
  person.first || ' ' || person.last,
  lower(person.first || '.' || person.last) || '@example.' || (array['com', 'org', 'net'])[1 + n % 3],
  1 + shop.pick('house', n, 140) || ' ' || (array[
    'Station Road', 'Mill Lane', 'Church Street', 'Park Avenue', 'Elm Street', 'Victoria Road', 'Orchard Way',
    'Harbour Street', 'King Street', 'Maple Avenue', 'Bridge Street', 'Garden Terrace', 'Chapel Hill',
    'Birch Close', 'Market Street', 'Queen Street'
  ])[1 + shop.pick('street', n, 16)],
  place.city,
  place.state,
  place.country
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
join shop.places as place
  on place.id = case n
    when 412 then 41
    when 538 then 42
    else 1 + shop.pick('place', n, 40) * shop.pick('suburb', n, 41) / 40
  end;

create table shop.products (
  id int primary key,
  name text not null unique,
  first_price numeric(8, 2) not null
);

insert into shop.products values
  (1, 'Bananas 1 kg', 1.80),
  (2, 'Whole milk 1 l', 1.35),
  (3, 'Rye bread 750 g', 3.20),
  (4, 'Free-range eggs (6)', 2.40),
  (5, 'Butter 250 g', 2.60),
  (6, 'Tomatoes 500 g', 2.10),
  (7, 'Oat milk 1 l', 1.95),
  (8, 'Olive oil 0.75 l', 9.80),
  (9, 'Ground coffee 500 g', 6.90),
  (10, 'Spaghetti 500 g', 1.45),
  (11, 'Cheddar 400 g', 4.60),
  (12, 'Apples 1 kg', 2.75),
  (13, 'Sourdough loaf', 4.10),
  (14, 'Chopped tomatoes 400 g', 0.95),
  (15, 'Plain yoghurt 500 g', 1.90),
  (16, 'Basmati rice 1 kg', 3.40),
  (17, 'Red onions 1 kg', 1.60),
  (18, 'Toilet paper (9)', 5.20),
  (19, 'Carrots 1 kg', 1.20),
  (20, 'Porridge oats 1 kg', 1.75),
  (21, 'Chickpeas 400 g', 0.85),
  (22, 'Dark chocolate 100 g', 2.30),
  (23, 'Washing-up liquid 500 ml', 1.85),
  (24, 'Potatoes 2.5 kg', 3.10),
  (25, 'Oat milk 1 l (barista)', 2.45),
  (26, 'Peanut butter 340 g', 3.25),
  (27, 'Lemons (4)', 1.50),
  (28, 'Red lentils 500 g', 1.70),
  (29, 'Strawberry jam 340 g', 2.20),
  (30, 'Mozzarella 125 g', 1.10),
  (31, 'Frozen peas 900 g', 2.00),
  (32, 'Laundry powder 2 kg', 8.40),
  (33, 'Honey 454 g', 4.95),
  (34, 'Salmon fillets 240 g', 6.20),
  (35, 'Breakfast tea (80)', 3.60),
  (36, 'Plain flour 1.5 kg', 1.30),
  (37, 'Garlic (3)', 0.90),
  (38, 'Mushrooms 250 g', 1.25),
  (39, 'Coconut milk 400 ml', 1.55),
  (40, 'Kitchen roll (2)', 2.35),
  (41, 'Caster sugar 1 kg', 1.40),
  (42, 'Sea salt 250 g', 1.95),
  (43, 'Tofu 280 g', 2.25),
  (44, 'Avocados (2)', 2.05),
  (45, 'Orange juice 1 l', 2.65),
  (46, 'Sunflower oil 1 l', 2.85),
  (47, 'Hand soap 300 ml', 1.65),
  (48, 'Cucumber', 0.80),
  (49, 'Kidney beans 400 g', 0.80),
  (50, 'Bin bags (20)', 2.15),
  (51, 'Vanilla ice cream 900 ml', 3.90),
  (52, 'Tortilla wraps (8)', 1.80),
  (53, 'Toothpaste 75 ml', 2.50),
  (54, 'Soy sauce 150 ml', 2.30),
  (55, 'Dishwasher tablets (40)', 7.50),
  (56, 'Almonds 200 g', 3.35),
  (57, 'Vegetable stock (8)', 1.60),
  (58, 'Candles (6)', 4.25),
  (59, 'Cat food (12)', 5.60),
  (60, 'Batteries AA (8)', 6.80);

create table shop.orders (
  id int primary key,
  user_id int not null,
  ordered_on date not null
);

-- Customers with small numbers come back often; some with large ones never order.
insert into shop.orders
select
  1000 + n,
  1 + shop.pick('user', n, 600) * shop.pick('loyal', n, 600) / 600,
  date '2024-01-02' + n * 544 / 1800
from generate_series(1, 1800) as n;

create table shop.order_items (
  order_id int,
  product_id int,
  quantity int not null check (quantity > 0),
  price numeric(8, 2) not null check (price >= 0),
  primary key (order_id, product_id)
);

-- Each order draws one to seven products, the first in the list more often, and keeps each of them once.
-- Prices rise by four per cent every five months, not all on the same day; one order in ten has a voucher.
insert into shop.order_items
with baskets as materialized (
  select
    id as order_id,
    (ordered_on - date '2024-01-02') / 30 as months,
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
  round(p.first_price * (1 + 0.04 * ((months + product_id % 5) / 5)) * discount, 2)
from drawn
join shop.products as p on p.id = product_id
order by order_id, product_id;

create table shop.statuses (
  id int primary key,
  name text not null unique
);

insert into shop.statuses values
  (1, 'placed'),
  (2, 'paid'),
  (3, 'packed'),
  (4, 'shipped'),
  (5, 'delivered'),
  (6, 'cancelled'),
  (7, 'returned');

-- When an order first reached a status; an order reaches each status at most once.
create table shop.order_status (
  order_id int,
  status_id int,
  changed_at timestamptz not null,
  primary key (order_id, status_id)
);

-- One order in sixteen is cancelled once paid; one in twenty-five of the others comes back. The last are on their way.
insert into shop.order_status
with courses as materialized (
  select
    id as order_id,
    ordered_on::timestamp at time zone 'UTC' + make_interval(mins => 7 * 60 + shop.pick('minute', id, 840)) as placed_at,
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

-- Declared last: checking all rows at once is quicker than one by one.
alter table shop.orders
  add foreign key (user_id) references shop.users;

alter table shop.order_items
  add foreign key (order_id) references shop.orders,
  add foreign key (product_id) references shop.products;

alter table shop.order_status
  add foreign key (order_id) references shop.orders,
  add foreign key (status_id) references shop.statuses;

vacuum (analyze)
  shop.places, shop.users, shop.products, shop.orders, shop.order_items, shop.statuses, shop.order_status;
