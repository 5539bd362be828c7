-- Schema: Spreadsheets. Four tables as they come out of spreadsheets: each says the same things many times.
--
-- A small grocery shop before anyone designed its database. Nothing is declared but what the export knew: some primary
-- keys, and no foreign key at all. What depends on what is for the reader to say.

create schema spreadsheets;

-- Every line of every order, with all that is known about it ------------------------------------

create table spreadsheets.order_lines (
  order_id integer,
  line_no integer,
  placed_on date not null,
  customer_email text not null,
  customer_name text not null,
  city text not null,
  country text not null,
  product_code text not null,
  product_name text not null,
  category text not null,
  unit_price numeric(6, 2) not null,
  quantity integer not null,
  primary key (order_id, line_no)
);

insert into spreadsheets.order_lines
select
  1000 + o.n,
  l.n,
  date '2025-01-02' + o.n / 3,
  c.email,
  c.name,
  c.city,
  c.country,
  p.code,
  p.name,
  p.category,
  -- What was paid that day: prices went up in March.
  p.price + case when o.n >= 90 then 0.20 else 0 end,
  1 + (o.n * l.n) % 4
from generate_series(1, 180) as o(n)
cross join lateral generate_series(1, 1 + o.n * 7 % 4) as l(n)
join (
  values
    (0, 'ada@example.org', 'Ada Byron', 'Leeds', 'England'),
    (1, 'bo@example.org', 'Bo Persson', 'Malmö', 'Sweden'),
    (2, 'chen@example.org', 'Chen Wei', 'Leeds', 'England'),
    (3, 'dolores@example.org', 'Dolores Ruiz', 'Vigo', 'Spain'),
    (4, 'emeka@example.org', 'Emeka Obi', 'Cork', 'Ireland'),
    (5, 'freya@example.org', 'Freya Lind', 'Lund', 'Sweden'),
    (6, 'ada.k@example.org', 'Ada Byron', 'Cork', 'Ireland'),
    (7, 'gilles@example.org', 'Gilles Roy', 'Lille', 'France'),
    (8, 'hana@example.org', 'Hana Novák', 'Brno', 'Czechia')
) as c(n, email, name, city, country) on c.n = (o.n * 5 + o.n / 9) % 9
join (
  values
    (0, 'COF-500', 'Ground coffee 500 g', 'Drinks', 6.90),
    (1, 'MLK-1', 'Oat milk 1 l', 'Drinks', 2.10),
    (2, 'BRD-750', 'Rye bread 750 g', 'Bakery', 3.20),
    (3, 'LOAF', 'Sourdough loaf', 'Bakery', 4.10),
    (4, 'EGG-6', 'Free-range eggs (6)', 'Dairy and eggs', 2.40),
    (5, 'BUT-250', 'Butter 250 g', 'Dairy and eggs', 2.60),
    (6, 'BUT-250S', 'Butter 250 g', 'Dairy and eggs', 2.75),
    (7, 'TOM-500', 'Tomatoes 500 g', 'Vegetables', 2.10),
    (8, 'POT-25', 'Potatoes 2.5 kg', 'Vegetables', 3.10),
    (9, 'SPA-500', 'Spaghetti 500 g', 'Pantry', 1.45),
    (10, 'KID-400', 'Kidney beans 400 g', 'Pantry', 0.80)
) as p(n, code, name, category, price) on p.n = (o.n * 3 + l.n * 4) % 11;

-- Where vans may stop: a street of a city lies in one zip code, and a zip code in one city ------

create table spreadsheets.stops (
  street text not null,
  city text not null,
  zip text not null,
  note text,
  primary key (street, city)
);

insert into spreadsheets.stops
select s.name, c.name, c.zip + s.n % 3, case when (s.n + c.zip) % 5 = 0 then 'gate code at the desk' end
from (
  values
    (0, 'High Street'), (1, 'Mill Lane'), (2, 'Station Road'), (3, 'Church Street'), (4, 'North Street'),
    (5, 'Bridge Street'), (6, 'Park Road'), (7, 'Queen Street'), (8, 'Harbour Walk'), (9, 'Orchard Way')
) as s(n, name)
cross join (values ('Leeds', 20110), ('Cork', 31200), ('Malmö', 21120), ('Lund', 22220)) as c(name, zip)
where (s.n * 7 + c.zip) % 4 > 0;

-- Which couriers speak what and may drive what: the two have nothing to do with each other -----

create table spreadsheets.courier_skills (
  courier text,
  language text,
  vehicle text,
  primary key (courier, language, vehicle)
);

insert into spreadsheets.courier_skills
select k.courier, l.language, v.vehicle
from (values ('Ines'), ('Jonas'), ('Kofi'), ('Lotta'), ('Mirko')) as k(courier)
join (
  values
    ('Ines', 'English'), ('Ines', 'Spanish'), ('Ines', 'Portuguese'), ('Jonas', 'English'), ('Jonas', 'Swedish'),
    ('Kofi', 'English'), ('Kofi', 'French'), ('Lotta', 'Swedish'), ('Mirko', 'English'), ('Mirko', 'Serbian')
) as l(courier, language) using (courier)
join (
  values
    ('Ines', 'bike'), ('Ines', 'van'), ('Jonas', 'bike'), ('Kofi', 'van'), ('Kofi', 'truck'), ('Lotta', 'bike'),
    ('Lotta', 'cargo bike'), ('Mirko', 'van'), ('Mirko', 'bike'), ('Mirko', 'truck')
) as v(courier, vehicle) using (courier);

-- What became of each order: one row an order and status ----------------------------------------

create table spreadsheets.order_status (
  order_id integer not null,
  status_id integer not null,
  status text not null,
  changed_at timestamp not null,
  primary key (order_id, status_id)
);

insert into spreadsheets.order_status
select 1000 + o.n, s.id, s.name, timestamp '2025-01-02 09:00' + o.n * interval '8 hours' + s.id * interval '95 minutes'
from generate_series(1, 180) as o(n)
join (values (1, 'placed'), (2, 'paid'), (3, 'packed'), (4, 'shipped'), (5, 'delivered')) as s(id, name)
  on s.id <= 5 - (o.n % 11) / 4;

analyze spreadsheets.order_lines, spreadsheets.stops, spreadsheets.courier_skills, spreadsheets.order_status;
