-- Schema: Hotel group. Properties, rooms and rates, reservations and folios, housekeeping, events and loyalty.
--
-- Guests, reservations and folios are made in many places at once (the website, a front desk without network, a
-- partner), so they have uuids; version 7, so that new ones stand together in their index. What belongs to a
-- property has the property in its key: room 204 is nobody's room until one says where.
--
-- A night is sold from a day to the day of departure: `daterange` with its open upper end says that, and an exclusion
-- constraint keeps two stays out of one room.

create domain email_address as text check (value ~ '^[^@\s]+@[^@\s]+$');
create domain currency_code as char(3) check (value ~ '^[A-Z]{3}$');
create domain amount as numeric(12, 2);
create domain rating as smallint check (value between 1 and 10);

create type room_state as enum ('clean', 'dirty', 'inspected', 'out of order');
create type reservation_status as enum (
  'inquiry', 'tentative', 'confirmed', 'in house', 'departed', 'cancelled', 'no show'
);
create type folio_line_kind as enum ('room', 'tax', 'food', 'minibar', 'spa', 'event', 'adjustment', 'payment');
create type postal_address as (line_1 text, line_2 text, city text, postcode text, country char(2));

-- Invoices are numbered without a word about how many there are: the step is odd and the start is not one.
create sequence invoice_number_seq start with 730001 increment by 7;

create function set_changed_at() returns trigger
language plpgsql
as $$
begin
  new.changed_at := now();
  return new;
end
$$;

-- The group ---------------------------------------------------------------------------------------

create table companies (
  company_id int generated always as identity primary key,
  parent_id int references companies on delete restrict,
  legal_name text not null unique,
  tax_number text,
  check (parent_id <> company_id)
);

create index companies_parent_id_idx on companies (parent_id);

create table brands (
  brand_code varchar(4) primary key,
  name text not null unique,
  stars smallint check (stars between 1 and 5)
);

create table regions (
  region_id smallint generated always as identity primary key,
  parent_id smallint references regions on delete cascade,
  name text not null,
  unique nulls not distinct (parent_id, name)
);

create table properties (
  property_id smallint generated always as identity primary key,
  brand_code varchar(4) not null references brands on update cascade on delete restrict,
  operator_id int not null references companies on delete restrict,
  region_id smallint references regions on delete set null,
  name text not null unique,
  address postal_address not null,
  time_zone text not null,
  currency currency_code not null,
  opened_on date,
  -- A house by the sea closes in winter; NULL is open all year.
  seasons datemultirange check (not isempty(seasons)),
  business_day date not null default current_date,
  general_manager_id uuid
);

comment on column properties.business_day is 'Closed by the night audit, not by midnight.';

create index properties_brand_code_idx on properties (brand_code);
create index properties_operator_id_idx on properties (operator_id);
create index properties_region_id_idx on properties (region_id);

create table departments (
  property_id smallint not null references properties on delete cascade,
  department_code varchar(8) not null,
  name text not null,
  head_id uuid,
  primary key (property_id, department_code)
);

create table employees (
  employee_id uuid primary key default uuidv7(),
  property_id smallint not null,
  department_code varchar(8) not null,
  manager_id uuid,
  name text not null,
  email email_address not null unique,
  hired_on date not null,
  left_on date,
  unique (property_id, employee_id),
  constraint employees_department_fkey foreign key (property_id, department_code) references departments
    on update cascade on delete restrict,
  constraint employees_manager_fkey foreign key (manager_id) references employees on delete set null,
  check (left_on >= hired_on)
);

alter table departments
  add constraint departments_head_fkey foreign key (property_id, head_id)
  references employees (property_id, employee_id) on delete set null (head_id) deferrable initially deferred;

alter table properties
  add constraint properties_general_manager_fkey foreign key (general_manager_id) references employees
  on delete set null deferrable initially immediate;

create index departments_head_idx on departments (property_id, head_id);
create index properties_general_manager_id_idx on properties (general_manager_id);
create index employees_department_idx on employees (property_id, department_code);
create index employees_manager_id_idx on employees (manager_id);

create table shifts (
  employee_id uuid not null references employees on delete cascade,
  during tstzrange not null,
  primary key (employee_id, during),
  check (upper(during) - lower(during) <= interval '12 hours')
);

-- Rooms -------------------------------------------------------------------------------------------

create table amenities (
  amenity_id smallint generated always as identity primary key,
  name text not null unique
);

create table room_types (
  property_id smallint not null references properties on delete cascade,
  room_type varchar(6) not null,
  name text not null,
  sleeps smallint not null check (sleeps between 1 and 12),
  square_metres numeric(5, 1),
  upgrade_to varchar(6),
  primary key (property_id, room_type),
  foreign key (property_id, upgrade_to) references room_types on update cascade on delete set null (upgrade_to),
  check (upgrade_to <> room_type)
);

create index room_types_upgrade_to_idx on room_types (property_id, upgrade_to);

create table room_type_amenities (
  property_id smallint not null,
  room_type varchar(6) not null,
  amenity_id smallint not null references amenities on delete cascade,
  primary key (property_id, room_type, amenity_id),
  foreign key (property_id, room_type) references room_types on update cascade on delete cascade
);

create index room_type_amenities_amenity_id_idx on room_type_amenities (amenity_id);

create table room_type_photos (
  property_id smallint not null,
  room_type varchar(6) not null,
  position smallint not null check (position > 0),
  path text not null,
  alt_text text not null,
  primary key (property_id, room_type, position) deferrable initially deferred,
  foreign key (property_id, room_type) references room_types on update cascade on delete cascade
);

create table rooms (
  property_id smallint not null,
  room_number varchar(6) not null,
  room_type varchar(6) not null,
  floor smallint not null,
  state room_state not null default 'clean',
  connects_to varchar(6),
  room_id int generated always as identity unique,
  changed_at timestamptz not null default now(),
  primary key (property_id, room_number),
  foreign key (property_id, room_type) references room_types on update cascade on delete restrict,
  foreign key (property_id, connects_to) references rooms on update cascade on delete set null (connects_to)
);

create index rooms_room_type_idx on rooms (property_id, room_type) include (room_number, state);
create index rooms_connects_to_idx on rooms (property_id, connects_to);
create trigger rooms_changed before update on rooms for each row execute function set_changed_at();

create table room_closures (
  room_id int not null references rooms (room_id) on delete cascade,
  nights daterange not null check (not isempty(nights)),
  reason text not null,
  primary key (room_id, nights),
  exclude using gist (int4range(room_id, room_id, '[]') with &&, nights with &&)
);

-- Rates -------------------------------------------------------------------------------------------

create table markets (
  market_code varchar(6) primary key,
  name text not null unique
);

create table cancellation_policies (
  policy_id smallint generated always as identity primary key,
  name text not null unique,
  free_until interval not null default interval '1 day',
  charge_nights smallint not null default 1 check (charge_nights >= 0)
);

create table rate_plans (
  property_id smallint not null references properties on delete cascade,
  rate_code varchar(10) not null,
  name text not null,
  market_code varchar(6) not null references markets on update cascade on delete restrict,
  policy_id smallint not null references cancellation_policies on delete restrict,
  derived_from varchar(10),
  derived_factor numeric(5, 4),
  includes_breakfast boolean not null default false,
  bookable daterange not null default daterange(null, null),
  primary key (property_id, rate_code),
  foreign key (property_id, derived_from) references rate_plans on update cascade on delete restrict,
  check ((derived_from is null) = (derived_factor is null)),
  check (derived_factor > 0 and derived_factor <= 2)
);

create index rate_plans_market_code_idx on rate_plans (market_code);
create index rate_plans_policy_id_idx on rate_plans (policy_id);
create index rate_plans_derived_from_idx on rate_plans (property_id, derived_from);

create table nightly_rates (
  property_id smallint not null,
  rate_code varchar(10) not null,
  room_type varchar(6) not null,
  night date not null,
  price amount not null check (price >= 0),
  primary key (property_id, rate_code, room_type, night),
  foreign key (property_id, rate_code) references rate_plans on update cascade on delete cascade,
  foreign key (property_id, room_type) references room_types on update cascade on delete cascade
) partition by list (property_id);

create table nightly_rates_city partition of nightly_rates for values in (1, 2, 3);
create table nightly_rates_resort partition of nightly_rates for values in (4, 5);
create table nightly_rates_other partition of nightly_rates default;

create index nightly_rates_night_idx on nightly_rates (property_id, room_type, night) include (price);

create table inventory (
  property_id smallint not null,
  room_type varchar(6) not null,
  night date not null,
  for_sale smallint not null check (for_sale >= 0),
  sold smallint not null default 0 check (sold >= 0),
  overbooking smallint not null default 0,
  free smallint generated always as (for_sale + overbooking - sold) virtual,
  primary key (property_id, room_type, night),
  foreign key (property_id, room_type) references room_types on update cascade on delete cascade,
  constraint inventory_not_oversold check (sold <= for_sale + overbooking)
);

create table restrictions (
  restriction_id bigint generated always as identity primary key,
  property_id smallint not null,
  rate_code varchar(10),
  room_type varchar(6),
  nights daterange not null,
  least_nights smallint check (least_nights > 0),
  most_nights smallint,
  closed_to_arrival boolean not null default false,
  foreign key (property_id, rate_code) references rate_plans on update cascade on delete cascade,
  foreign key (property_id, room_type) references room_types on update cascade on delete cascade,
  unique nulls not distinct (property_id, rate_code, room_type, nights),
  check (most_nights >= least_nights)
);

create index restrictions_room_type_idx on restrictions (property_id, room_type);

-- Guests ------------------------------------------------------------------------------------------

create table guests (
  guest_id uuid primary key default uuidv7(),
  merged_into_id uuid references guests on delete restrict,
  given_name text,
  family_name text not null,
  email email_address,
  phone text,
  address postal_address,
  language char(2) not null default 'en',
  born_on date,
  preferences jsonb not null default '{}' check (jsonb_typeof(preferences) = 'object'),
  changed_at timestamptz not null default now(),
  check (merged_into_id <> guest_id)
);

create index guests_name_idx on guests (lower(family_name), lower(given_name));
create index guests_email_idx on guests (lower(email)) where merged_into_id is null;
create index guests_preferences_idx on guests using gin (preferences);
create index guests_merged_into_id_idx on guests (merged_into_id);
create trigger guests_changed before update on guests for each row execute function set_changed_at();

create table guest_documents (
  guest_id uuid primary key references guests on delete cascade,
  kind text not null check (kind in ('passport', 'identity card', 'driving licence')),
  number text not null,
  issued_by char(2) not null,
  expires_on date
);

create table loyalty_tiers (
  tier varchar(10) primary key,
  rank smallint not null unique,
  least_nights smallint not null check (least_nights >= 0),
  bonus numeric(4, 2) not null default 0
);

create table loyalty_members (
  guest_id uuid primary key references guests on delete restrict,
  member_number bigint generated always as identity (start with 60000000 increment by 13) unique,
  tier varchar(10) not null default 'Member' references loyalty_tiers on update cascade on delete set default,
  joined_on date not null default current_date
);

create index loyalty_members_tier_idx on loyalty_members (tier);

create table travel_agents (
  agent_id int generated always as identity primary key,
  name text not null,
  iata_number char(8) unique,
  commission numeric(4, 3) not null default 0.1 check (commission >= 0 and commission < 0.5)
);

create table corporate_accounts (
  account_id int generated always as identity primary key,
  company_name text not null unique,
  contact email_address not null,
  credit_limit amount not null default 0 check (credit_limit >= 0)
);

create table corporate_rates (
  account_id int not null references corporate_accounts on delete cascade,
  property_id smallint not null,
  rate_code varchar(10) not null,
  valid daterange not null,
  primary key (account_id, property_id, rate_code),
  foreign key (property_id, rate_code) references rate_plans on update cascade on delete cascade
);

create index corporate_rates_rate_plan_idx on corporate_rates (property_id, rate_code);

-- Reservations ------------------------------------------------------------------------------------

create table channels (
  channel_code varchar(10) primary key,
  name text not null unique,
  commission numeric(4, 3) not null default 0
);

create table groups (
  group_id uuid primary key default uuidv7(),
  property_id smallint not null references properties on delete restrict,
  account_id int references corporate_accounts on delete set null,
  name text not null,
  nights daterange not null,
  release_on date not null,
  check (release_on <= lower(nights))
);

create index groups_property_id_idx on groups (property_id);
create index groups_account_id_idx on groups (account_id);

create table group_blocks (
  group_id uuid not null references groups on delete cascade,
  property_id smallint not null,
  room_type varchar(6) not null,
  night date not null,
  rooms smallint not null check (rooms > 0),
  primary key (group_id, room_type, night),
  foreign key (property_id, room_type, night) references inventory on update cascade on delete restrict
);

create index group_blocks_inventory_idx on group_blocks (property_id, room_type, night);

create table reservations (
  reservation_id uuid primary key default uuidv7(),
  property_id smallint not null references properties on delete restrict,
  booker_id uuid not null references guests on delete restrict,
  group_id uuid references groups on delete set null,
  agent_id int references travel_agents on delete set null,
  account_id int references corporate_accounts on delete restrict,
  channel_code varchar(10) not null references channels on update cascade on delete restrict,
  channel_reference text,
  status reservation_status not null default 'confirmed',
  booked_at timestamptz not null default now(),
  cancelled_at timestamptz,
  changed_at timestamptz not null default now(),
  unique (property_id, reservation_id),
  unique (channel_code, channel_reference),
  check ((status = 'cancelled') = (cancelled_at is not null))
);

create index reservations_booker_id_idx on reservations (booker_id);
create index reservations_group_id_idx on reservations (group_id);
create index reservations_agent_id_idx on reservations (agent_id);
create index reservations_account_id_idx on reservations (account_id);
create trigger reservations_changed before update on reservations for each row execute function set_changed_at();

create table reservation_rooms (
  property_id smallint not null,
  reservation_id uuid not null,
  room_no smallint not null check (room_no > 0),
  room_type varchar(6) not null,
  rate_code varchar(10) not null,
  nights daterange not null check (not isempty(nights) and not lower_inf(nights) and not upper_inf(nights)),
  adults smallint not null default 2 check (adults > 0),
  children smallint not null default 0 check (children >= 0),
  night_count int generated always as (upper(nights) - lower(nights)) stored,
  primary key (property_id, reservation_id, room_no),
  foreign key (property_id, reservation_id) references reservations (property_id, reservation_id) on delete cascade,
  foreign key (property_id, room_type) references room_types on update cascade on delete restrict,
  foreign key (property_id, rate_code) references rate_plans on update cascade on delete restrict
);

create index reservation_rooms_room_type_idx on reservation_rooms (property_id, room_type);
create index reservation_rooms_rate_plan_idx on reservation_rooms (property_id, rate_code);
create index reservation_rooms_nights_idx on reservation_rooms using gist (nights);

create table room_assignments (
  assignment_id bigint generated always as identity primary key,
  property_id smallint not null,
  reservation_id uuid not null,
  room_no smallint not null,
  room_id int not null references rooms (room_id) on delete restrict,
  nights daterange not null,
  foreign key (property_id, reservation_id, room_no) references reservation_rooms on delete cascade,
  constraint room_assignments_do_not_overlap exclude using gist (
    int4range(room_id, room_id, '[]') with &&,
    nights with &&
  ) deferrable initially deferred
);

create index room_assignments_room_id_idx on room_assignments (room_id);
create index room_assignments_reservation_idx on room_assignments (property_id, reservation_id, room_no);

create table reservation_guests (
  property_id smallint not null,
  reservation_id uuid not null,
  room_no smallint not null,
  guest_id uuid not null references guests on delete restrict,
  checked_in_at timestamptz,
  checked_out_at timestamptz,
  primary key (property_id, reservation_id, room_no, guest_id),
  foreign key (property_id, reservation_id, room_no) references reservation_rooms on delete cascade,
  check (checked_out_at > checked_in_at)
);

create index reservation_guests_guest_id_idx on reservation_guests (guest_id);

create table reservation_notes (
  note_id bigint generated always as identity primary key,
  reservation_id uuid not null references reservations on delete cascade,
  author_id uuid references employees on delete set null,
  text text not null,
  written_at timestamptz not null default now()
);

create index reservation_notes_reservation_id_idx on reservation_notes (reservation_id);
create index reservation_notes_author_id_idx on reservation_notes (author_id);

-- Folios ------------------------------------------------------------------------------------------

create table folios (
  folio_id uuid primary key default uuidv7(),
  reservation_id uuid references reservations on delete restrict,
  account_id int references corporate_accounts on delete restrict,
  currency currency_code not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  invoice_number bigint unique,
  check (num_nonnulls(reservation_id, account_id) >= 1),
  check (closed_at is null or invoice_number is not null)
);

create index folios_reservation_id_idx on folios (reservation_id);
create index folios_account_id_idx on folios (account_id);
create index folios_open_idx on folios (opened_at) where closed_at is null;

create table tax_rates (
  property_id smallint not null references properties on delete cascade,
  tax_code varchar(8) not null,
  from_day date not null,
  rate numeric(5, 4) not null check (rate between 0 and 1),
  primary key (property_id, tax_code, from_day)
);

create table folio_lines (
  folio_id uuid not null references folios on delete restrict,
  line_no int not null check (line_no > 0),
  business_day date not null,
  kind folio_line_kind not null,
  text text not null,
  amount amount not null check (amount <> 0),
  reverses_line_no int,
  posted_by_id uuid references employees on delete set null,
  primary key (folio_id, line_no),
  foreign key (folio_id, reverses_line_no) references folio_lines,
  unique (folio_id, reverses_line_no),
  check (kind <> 'payment' or amount < 0 or reverses_line_no is not null)
);

create index folio_lines_business_day_idx on folio_lines using brin (business_day);
create index folio_lines_posted_by_id_idx on folio_lines (posted_by_id);

create table card_tokens (
  token_id uuid primary key default gen_random_uuid(),
  guest_id uuid not null references guests on delete cascade,
  last_digits char(4) not null check (last_digits ~ '^[0-9]{4}$'),
  expires_on date not null
);

create index card_tokens_guest_id_idx on card_tokens (guest_id);

create table payments (
  payment_id uuid primary key default uuidv7(),
  folio_id uuid not null,
  line_no int not null,
  token_id uuid references card_tokens on delete set null,
  method text not null check (method in ('card', 'cash', 'transfer', 'points')),
  reference text,
  foreign key (folio_id, line_no) references folio_lines on delete restrict,
  unique (folio_id, line_no)
);

create index payments_token_id_idx on payments (token_id);

create table points_entries (
  entry_id bigint generated always as identity primary key,
  guest_id uuid not null references loyalty_members on delete cascade,
  folio_id uuid references folios on delete set null,
  points int not null check (points <> 0),
  expires_on date,
  booked_at timestamptz not null default now()
);

create index points_entries_guest_id_idx on points_entries (guest_id, booked_at);
create index points_entries_folio_id_idx on points_entries (folio_id);

-- The house ---------------------------------------------------------------------------------------

create table housekeeping_tasks (
  property_id smallint not null,
  room_number varchar(6) not null,
  day date not null,
  kind text not null check (kind in ('departure', 'stayover', 'turndown', 'deep clean')),
  assigned_to_id uuid references employees on delete set null,
  minutes smallint not null default 25 check (minutes > 0),
  done_at timestamptz,
  primary key (property_id, room_number, day, kind),
  foreign key (property_id, room_number) references rooms on update cascade on delete cascade
);

create index housekeeping_tasks_assigned_to_id_idx on housekeeping_tasks (assigned_to_id, day) include (done_at);

create table maintenance_tickets (
  ticket_id bigint generated always as identity primary key,
  property_id smallint not null,
  room_number varchar(6),
  place text,
  problem text not null,
  reported_by_id uuid references employees on delete set null,
  reported_at timestamptz not null default now(),
  solved_at timestamptz,
  foreign key (property_id, room_number) references rooms on update cascade on delete set null (room_number),
  foreign key (property_id) references properties on delete cascade,
  check (room_number is not null or place is not null)
);

create index maintenance_tickets_room_idx on maintenance_tickets (property_id, room_number);
create index maintenance_tickets_reported_by_id_idx on maintenance_tickets (reported_by_id);

create table minibar_items (
  item_id smallint generated always as identity primary key,
  name text not null unique,
  price amount not null check (price >= 0)
);

create table minibar_counts (
  property_id smallint not null,
  room_number varchar(6) not null,
  counted_on date not null,
  item_id smallint not null references minibar_items on delete restrict,
  missing smallint not null check (missing > 0),
  primary key (property_id, room_number, counted_on, item_id),
  foreign key (property_id, room_number) references rooms on update cascade on delete cascade
);

create index minibar_counts_item_id_idx on minibar_counts (item_id);

create table function_rooms (
  function_room_id int generated always as identity primary key,
  property_id smallint not null references properties on delete cascade,
  name text not null,
  combines_into_id int references function_rooms on delete set null,
  capacity jsonb not null default '{}',
  unique (property_id, name)
);

comment on column function_rooms.capacity is 'Seats by layout, such as {"theatre": 120, "banquet": 80}.';
create index function_rooms_combines_into_id_idx on function_rooms (combines_into_id);

create table events (
  event_id uuid primary key default uuidv7(),
  group_id uuid references groups on delete cascade,
  function_room_id int not null references function_rooms on delete restrict,
  title text not null,
  during tstzrange not null,
  attendance smallint check (attendance > 0),
  folio_id uuid references folios on delete set null,
  exclude using gist (int4range(function_room_id, function_room_id, '[]') with &&, during with &&)
);

create index events_group_id_idx on events (group_id);
create index events_folio_id_idx on events (folio_id);
create index events_function_room_id_idx on events (function_room_id);

create table reviews (
  reservation_id uuid primary key references reservations on delete cascade,
  overall rating not null,
  cleanliness rating,
  location rating,
  staff rating,
  text text,
  words tsvector generated always as (to_tsvector('simple', coalesce(text, ''))) stored,
  written_at timestamptz not null default now()
);

create index reviews_words_idx on reviews using gin (words);

create table night_audits (
  property_id smallint not null references properties on delete restrict,
  business_day date not null,
  closed_by_id uuid references employees on delete set null,
  closed_at timestamptz not null default now(),
  rooms_sold smallint not null,
  revenue amount not null,
  primary key (property_id, business_day)
);

create index night_audits_closed_by_id_idx on night_audits (closed_by_id);

create unlogged table availability_cache (
  property_id smallint not null,
  arrival date not null,
  nights smallint not null,
  answer jsonb not null,
  computed_at timestamptz not null default now(),
  primary key (property_id, arrival, nights)
);

create view folio_balances as
select folio_id, sum(amount) as balance, count(*) as lines
from folio_lines
group by folio_id;

create view arrivals as
select r.property_id, r.reservation_id, rr.room_no, lower(rr.nights) as arrives_on, rr.night_count, g.family_name
from reservations as r
join reservation_rooms as rr using (property_id, reservation_id)
join guests as g on g.guest_id = r.booker_id
where r.status = 'confirmed';

create view arrivals_today as
select a.*
from arrivals as a
join properties as p using (property_id)
where a.arrives_on = p.business_day;

create materialized view occupancy as
select
  property_id,
  night,
  sum(sold) as sold,
  sum(for_sale) as for_sale,
  round(sum(sold)::numeric / nullif(sum(for_sale), 0), 4) as share
from inventory
group by property_id, night;

create unique index occupancy_key on occupancy (property_id, night);

create function close_folio(folio uuid) returns bigint
language plpgsql
as $$
declare
  rest numeric;
  number bigint;
begin
  select coalesce(sum(amount), 0) into rest from folio_lines where folio_id = folio;
  if rest <> 0 then
    raise exception 'folio % has a balance of %', folio, rest using errcode = 'check_violation';
  end if;
  update folios set closed_at = now(), invoice_number = nextval('invoice_number_seq')
  where folio_id = folio and closed_at is null
  returning invoice_number into number;
  return number;
end
$$;

insert into loyalty_tiers values
  ('Member', 0, 0, 0),
  ('Silver', 1, 10, 0.1),
  ('Gold', 2, 30, 0.25),
  ('Platinum', 3, 60, 0.5);
insert into channels values ('direct', 'Website', 0), ('desk', 'Front desk', 0), ('ota', 'Travel site', 0.15);
insert into cancellation_policies (name, free_until, charge_nights) values
  ('Flexible', '1 day', 1),
  ('Saver', '30 days', 99);
