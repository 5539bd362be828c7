-- Schema: Town hall, inherited. Residents, dogs, fees and permits of a small town, as twenty years left them.
--
-- Nobody designed this: it grew. It came out of a desktop database in 2006, was joined to the tax office's in 2009
-- and to the building office's in 2014, and everyone who had a key to it added what they needed. It works, every
-- day.
--
-- It is here to be reviewed. The remarks of those who worked on it are left as they were found. Names are quoted where
-- they contain what a plain name may not: capitals, spaces, dots, words of SQL, and more.

create schema "Town Hall";
create schema "tax.2009";
create schema "order";

comment on schema "Town Hall" is 'The registry; do not rename, the label printer knows it by this name';

-- 2006-02 imported from the desktop database ------------------------------------------------------

create type "Town Hall"."Marital Status" as enum ('Single', 'Married', 'Widowed', 'Divorced', 'n/a', '');
create domain "Town Hall"."Yes/No" as char(1) default 'N' check (value in ('Y', 'N', 'y', 'n'));
create domain "Zip Code" as varchar(10);
create type "Full Name" as ("First" varchar(50), "Last" varchar(50), "Title" varchar(20));

create sequence "Town Hall"."Next Case" start with 1 increment by 1;
create sequence "seq_Receipt" as integer start with 60001 maxvalue 99999 cycle;

create table "Town Hall"."Streets" (
  "ID" integer primary key,
  "Street" varchar(255),
  "District" varchar(255)
);

create table "Town Hall"."Residents" (
  "ID" serial primary key,
  "First Name" varchar(50),
  "Last Name" varchar(50) not null,
  "Maiden Name" varchar(50),
  "Born" varchar(10),
  "Marital Status" "Town Hall"."Marital Status" default 'n/a',
  "Spouse" integer,
  "Father" integer,
  "Mother" integer,
  "Street" varchar(255),
  "House No." varchar(10),
  "Zip" "Zip Code",
  "☎" varchar(30),
  "☎ 2" varchar(30),
  "☎ 3" varchar(30),
  "E-Mail" varchar(100) unique,
  "Deceased?" "Town Hall"."Yes/No",
  "Password" varchar(32) default 'changeme',
  "Age" integer,
  "Remark" text,
  "Remark 2" text
);

comment on table "Town Hall"."Residents" is 'Everybody who lives here, lived here, or was typed in by mistake.
Don''t delete: the "Dogs" need them.';
comment on column "Town Hall"."Residents"."Born" is 'DD.MM.YYYY, sometimes only the year';
comment on column "Town Hall"."Residents"."Age" is 'Updated every January';

alter table "Town Hall"."Residents"
  add constraint "Spouse is a resident" foreign key ("Spouse") references "Town Hall"."Residents" ("ID"),
  add constraint "Father" foreign key ("Father") references "Town Hall"."Residents" ("ID") on delete cascade,
  add constraint "Mother" foreign key ("Mother") references "Town Hall"."Residents" ("ID") on delete cascade;

create index "Residents by name" on "Town Hall"."Residents" ("Last Name", "First Name");
create index "Residents by name 2" on "Town Hall"."Residents" ("Last Name");

create table "Town Hall"."Households" (
  "ID" serial primary key,
  "Head" integer references "Town Hall"."Residents" ("ID") on delete cascade,
  "Member 1" integer references "Town Hall"."Residents" ("ID"),
  "Member 2" integer references "Town Hall"."Residents" ("ID"),
  "Member 3" integer references "Town Hall"."Residents" ("ID"),
  "Member 4" integer references "Town Hall"."Residents" ("ID"),
  "Children" varchar(255)
);

comment on column "Town Hall"."Households"."Children" is 'First names, separated by comma';

create table "Town Hall"."🐶 Dogs" (
  "Tag No" varchar(10) primary key,
  "Owner" integer not null references "Town Hall"."Residents" ("ID") on delete cascade,
  "Owner's Name" varchar(101),
  "Name" varchar(50),
  "Breed" varchar(50),
  "Dangerous" "Town Hall"."Yes/No" not null,
  "Tax" double precision default 72.5,
  "Tax Paid" varchar(4) default '2006'
);

comment on column "Town Hall"."🐶 Dogs"."Tax Paid" is 'Last year that was paid';

create table "Town Hall"."Dog ""Breeds""" (
  "Breed" varchar(50),
  "Listed" boolean
);

create table "Town Hall"."Marriages" (
  "Nr" integer not null,
  "Year" integer not null,
  "Spouse A" integer not null references "Town Hall"."Residents" ("ID") on delete cascade,
  "Spouse B" integer not null references "Town Hall"."Residents" ("ID") on delete cascade,
  "Date" timestamp,
  "Witness 1" varchar(100),
  "Witness 2" varchar(100),
  "Registrar" varchar(100),
  primary key ("Nr", "Year")
);

create table "Town Hall"."Births" (
  "Nr" integer not null,
  "Year" integer not null,
  "Child" integer unique references "Town Hall"."Residents" ("ID") on delete set null,
  "Weight" real,
  "Hospital" varchar(100),
  constraint "PK Births" primary key ("Year", "Nr")
);

create table "Town Hall"."Deaths" (
  "Resident" integer primary key references "Town Hall"."Residents" ("ID") on update cascade,
  "Date" timestamp without time zone not null,
  "Plot" varchar(20)
);

create table "Town Hall"."Cemetery" (
  "Plot" varchar(20) primary key,
  "Leased until" timestamp,
  "Lessee" varchar(100),
  "Fee" money
);

alter table "Town Hall"."Deaths"
  add constraint "Plot exists" foreign key ("Plot") references "Town Hall"."Cemetery" on update cascade not valid;

create table "Town Hall"."user" (
  "login" varchar(20) primary key,
  "pass" varchar(20),
  "group" varchar(20),
  "from" date,
  "to" date,
  "default" integer,
  "check" boolean default true,
  "select" integer default 1
);

create table "Town Hall"."group" (
  "group" varchar(20) primary key,
  "rights" text default 'r,w',
  "chief" varchar(20) references "Town Hall"."user" ("login") deferrable initially deferred
);

-- 2007-11 KM: the boss of a group is in the group, but new groups need a boss. Deferred, seems to work.
alter table "Town Hall"."user"
  add constraint "user_group" foreign key ("group") references "Town Hall"."group"
  on update cascade deferrable initially deferred;

-- 2007-05 KM: phone book for the front desk
create table phonebook (
  name varchar(100),
  phone1 varchar(30),
  phone2 varchar(30),
  phone3 varchar(30),
  fax varchar(30),
  room varchar(10)
);

create table opening_hours (
  office varchar(50) primary key,
  mon varchar(20),
  tue varchar(20),
  wed varchar(20),
  thu varchar(20),
  fri varchar(20)
);

-- 2008-01 settings, so that we need no new tables any more
create table settings (
  id serial,
  name varchar(255),
  value varchar(255)
);

create table objects (
  id serial primary key,
  type varchar(50) not null,
  parent_id integer
);

create table attributes (
  object_id integer,
  name varchar(50),
  value text,
  type varchar(10)
);

create table notes (
  id serial primary key,
  object_type varchar(30) not null,
  object_id varchar(30) not null,
  note text,
  author varchar(20),
  created timestamp default now()
);

create index notes_object on notes (object_type);

-- 2009-03 the tax office moves in -----------------------------------------------------------------

create table "tax.2009".taxpayers (
  tax_no varchar(12) primary key,
  resident_name varchar(101),
  resident_born varchar(10),
  iban varchar(50),
  direct_debit integer default 0,
  country varchar(50) default 'Germany'
);

create table "tax.2009"."v1.2 fees" (
  code varchar(10) primary key,
  "fee €" float8 not null,
  "fee DM" float8,
  "valid.from" varchar(10) default '01.01.2009',
  "50% off" boolean default false
);

create table "tax.2009".bills (
  bill_no integer primary key default nextval('"seq_Receipt"'),
  tax_no varchar(12),
  fee_code varchar(10) references "tax.2009"."v1.2 fees" (code) on update cascade on delete cascade,
  amount float8,
  paid float4 default 0,
  balance float8 generated always as (amount - paid) stored,
  bill_date timestamp default now(),
  due varchar(10),
  status integer default 0,
  year char(4),
  constraint "amount > 0" check (amount > 0::double precision)
);

comment on column "tax.2009".bills.status
  is '0 new, 1 sent, 2 paid, 3 reminder, 4 second reminder, 9 cancelled, 7 ask Mrs. Keller';

alter table "tax.2009".bills
  add constraint bills_taxpayer foreign key (tax_no) references "tax.2009".taxpayers on delete cascade;

create table "tax.2009".payments (
  payment_id serial primary key,
  bill_no integer references "tax.2009".bills on delete cascade,
  amount money not null,
  paid_on timestamp,
  booked_by varchar(20)
);

create table "tax.2009".reminders (
  bill_no integer references "tax.2009".bills on delete cascade,
  level integer,
  sent_on date
);

create table "tax.2009".bills_2005_old (
  bill_no integer,
  tax_no varchar(12),
  amount float8,
  paid varchar(10)
);

create table "tax.2009".bills_backup_20111231 (
  bill_no integer,
  tax_no varchar(12),
  fee_code varchar(10),
  amount float8,
  paid float4
);

create table "tax.2009".business_tax (
  tax_no varchar(12) not null references "tax.2009".taxpayers on delete cascade,
  year char(4) not null,
  q1 float8,
  q2 float8,
  q3 float8,
  q4 float8,
  total float8,
  primary key (tax_no, year)
);

create table "tax.2009".property_tax (
  parcel varchar(30),
  tax_no varchar(12) references "tax.2009".taxpayers,
  assessed numeric,
  rate numeric default 4.10,
  year char(4),
  unique (parcel, year)
);

create table "tax.2009".accounts (
  account varchar(6) primary key check (account ~ '^[0-9]+$'),
  label varchar(255),
  parent varchar(6) references "tax.2009".accounts on delete cascade
);

create table "tax.2009".bookings (
  id bigserial primary key,
  account varchar(6) not null,
  contra varchar(6) not null,
  amount real not null,
  text varchar(255),
  booked timestamp not null default current_timestamp
);

-- 2012: bookings by year, it had become slow
create table "tax.2009"."Bookings Archive" (
  id bigint not null,
  year integer not null,
  account varchar(6),
  contra varchar(6),
  amount real,
  primary key (id, year)
) partition by list (year);

create table "tax.2009"."Bookings 2009" partition of "tax.2009"."Bookings Archive" for values in (2009);
create table "tax.2009"."Bookings 2010/11" partition of "tax.2009"."Bookings Archive" for values in (2010, 2011);
create table "tax.2009"."Bookings, rest" partition of "tax.2009"."Bookings Archive" default;

-- 2014 the building office; their programmer liked the schema name --------------------------------

create table "order".parcels (
  district integer not null,
  field integer not null,
  number varchar(12) not null,
  area float8,
  owner1 varchar(100),
  owner1_share varchar(10),
  owner2 varchar(100),
  owner2_share varchar(10),
  owner3 varchar(100),
  owner3_share varchar(10),
  coordinates text,
  primary key (district, field, number)
);

comment on column "order".parcels.coordinates is '"lat;lon" of the middle';

create table "order".buildings (
  id serial primary key,
  district integer,
  field integer,
  parcel varchar(12),
  address varchar(255),
  year_built varchar(4),
  floors smallint default 1,
  use_code varchar(3),
  foreign key (district, field, parcel) references "order".parcels on update cascade on delete cascade
);

create table "order".use_codes (
  code char(3) primary key,
  text varchar(100)
);

create table "order".applicants (
  id serial primary key,
  name varchar(255) not null,
  address varchar(255),
  phone varchar(255),
  mobile varchar(255),
  email varchar(255),
  architect varchar(255)
);

create table "order"."table" (
  "case" integer default nextval('"Town Hall"."Next Case"') primary key,
  "type" varchar(20),
  "applicant" integer references "order".applicants on delete cascade,
  "building" integer references "order".buildings on delete cascade,
  "received" timestamp default now(),
  "decided" timestamp,
  "decision" varchar(20),
  "clerk" varchar(20) references "Town Hall"."user" ("login") on update cascade on delete cascade,
  "fee" double precision,
  "end" varchar(10),
  "open?" boolean generated always as ("decided" is null) virtual,
  constraint "decided after received" check ("decided" >= "received")
);

comment on table "order"."table" is 'Building permits. Called "table" because it is the main table.';

create index on "order"."table" ("type");
create index "🔍" on "order"."table" using gin (to_tsvector('simple', coalesce("decision", '')));

create table "order".documents (
  id serial primary key,
  "case" integer references "order"."table" on delete cascade,
  file_name varchar(255),
  "content" bytea,
  content_type varchar(255) default 'application/pdf',
  version varchar(10) default '1'
);

create table "order".neighbours (
  "case" integer references "order"."table" on delete cascade,
  neighbour varchar(100),
  agreed char(1)
);

create table "order".inspections (
  id serial primary key,
  "case" integer not null,
  inspector1 varchar(20),
  inspector2 varchar(20),
  inspected varchar(20),
  result_json text default '{}',
  passed integer
);

create table "order".statuses (
  id integer primary key,
  status varchar(20)
);

create table "order".case_history (
  "case" integer,
  "when" timestamp default now(),
  "who" varchar(20) default current_user,
  "old" text,
  "new" text
);

-- 2016 council and elections ----------------------------------------------------------------------

create table council_members (
  id int generated by default as identity primary key,
  resident_id int references "Town Hall"."Residents" ("ID") on delete cascade,
  name varchar(100) not null,
  party varchar(50),
  committees varchar(255)
);

create table council_meetings (
  meeting_date date primary key,
  agenda text,
  attendees text,
  minutes_url varchar(255)
);

create table council_votes (
  meeting_date date references council_meetings on update cascade on delete cascade,
  item integer,
  member varchar(100),
  vote char(1) check (vote in ('y', 'n', 'a')),
  constraint council_votes_once unique (meeting_date, item, member)
);

create table polling_stations (
  id smallint primary key,
  place text,
  ward integer
);

create table election_results (
  election varchar(50),
  station smallint,
  votes_party_a integer default 0,
  votes_party_b integer default 0,
  votes_party_c integer default 0,
  votes_others integer default 0,
  invalid integer default 0,
  total integer
);

-- 2019 the web shop for certificates, by an agency ------------------------------------------------

create table web_orders (
  id uuid default gen_random_uuid() primary key,
  created_at timestamp with time zone default now(),
  data jsonb,
  total float8,
  currency varchar(255) default 'EUR',
  customer_email varchar(255)
);

create unlogged table web_carts (
  session_id varchar(255),
  cart json,
  touched timestamptz default now()
);

create table "web_Products" (
  id serial primary key,
  "Name" varchar(255),
  "Price" float8,
  "Options" varchar(1024),
  "Categories" varchar(255)
);

-- 2021: left behind by the conversion, nobody dares.
create table tmp_convert ();

create table "a table whose name is as long as a name in PostgreSQL may be :-)" (
  id integer,
  "C:\path" text default E'C:\\residents\\it''s here',
  "100%" numeric(5, 2) default 100
);

-- What the programs read --------------------------------------------------------------------------

create view "Town Hall"."Residents, living" as
select
  "ID",
  "First Name" || ' ' || "Last Name" as "Name",
  "Street" || ' ' || "House No." as "Address",
  "☎" as "Phone №"
from "Town Hall"."Residents"
where "Deceased?" not in ('Y', 'y');

create view "Dog ""owners""" as
select r."Name", r."Address", d."Tag No", d."Tax" as "Tax €"
from "Town Hall"."🐶 Dogs" as d
join "Town Hall"."Residents, living" as r on r."ID" = d."Owner";

create view "tax.2009"."open.bills" as
select b.bill_no, t.resident_name, b.amount - b.paid as "rest €"
from "tax.2009".bills as b, "tax.2009".taxpayers as t
where b.tax_no = t.tax_no and b.status not in (2, 9);

create materialized view "order"."Permits / Year" as
select extract(year from "received")::int as "Year", count(*) as "#"
from "order"."table"
group by 1;

create function "Town Hall"."Set Age"() returns trigger
language plpgsql
as $$
begin
  if new."Born" ~ '^\d\d\.\d\d\.\d{4}$' then
    new."Age" := extract(year from age(to_date(new."Born", 'DD.MM.YYYY')));
  end if;
  return new;
end
$$;

create trigger "Set Age" before insert or update on "Town Hall"."Residents"
  for each row execute function "Town Hall"."Set Age"();

create function "order"."log"() returns trigger
language plpgsql
as $$
begin
  insert into "order".case_history ("case", "old", "new") values (new."case", old::text, new::text);
  return new;
end
$$;

create trigger "zz log" before update on "order"."table" for each row execute function "order"."log"();

-- 2022-08 switched off, the log filled the disk
alter table "order"."table" disable trigger "zz log";

create function f_fee("case no" integer, "discount %" float8 default 0) returns float8
language sql
as 'select "fee" * (1 - $2 / 100) from "order"."table" where "case" = $1';

insert into "order".statuses values (1, 'new'), (2, 'in work'), (3, 'granted'), (4, 'Granted'), (5, 'refused');
insert into "tax.2009"."v1.2 fees" (code, "fee €", "fee DM") values
  ('DOG', 72.5, 141.8),
  ('DOG2', 145, 283.59),
  ('PERMIT', 0.1, null);
insert into "Town Hall"."Streets" values
  (1, 'Am Markt', 'Centre'),
  (2, 'Mühlgasse', 'Centre'),
  (3, 'Bahnhofstr.', 'South');
