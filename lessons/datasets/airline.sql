-- Schema: Airline. Network and timetable, fleet and maintenance, bookings and tickets, check-in, crew and operations.
--
-- The trade has its own keys, and this schema uses them: airports are `LHR`, airlines `BA`, aircraft types `A320`,
-- aircraft `G-EUUA`, a booking is the six letters of its record locator. They are natural keys that every partner
-- knows, and since some of them change hands, foreign keys to them say `on update cascade`.
--
-- A flight is a number in a timetable; a leg is one flight on one day from one airport to the next. Legs are
-- partitioned by month, so the day is part of each key that reaches them.

create schema network;
create schema fleet;
create schema sales;
create schema ops;
create schema crew;

create domain network.iata_airport as char(3) check (value ~ '^[A-Z]{3}$');
create domain network.iata_airline as char(2) check (value ~ '^[A-Z0-9]{2}$');
create domain sales.record_locator as char(6) check (value ~ '^[A-HJ-NP-Z2-9]{6}$');
create domain sales.price as numeric(10, 2) check (value >= 0);

create type sales.cabin as enum ('first', 'business', 'premium economy', 'economy');
create type sales.passenger_kind as enum ('adult', 'child', 'infant');
create type sales.coupon_status as enum ('open', 'checked in', 'boarded', 'flown', 'refunded', 'void');
create type ops.leg_status as enum ('scheduled', 'boarding', 'departed', 'arrived', 'diverted', 'cancelled');
create type crew.duty_kind as enum ('flight', 'standby', 'training', 'rest', 'leave');
create type network.position_on_earth as (latitude numeric(8, 5), longitude numeric(8, 5), elevation_m smallint);

-- Document numbers carry the airline's three digits in front and never come again.
create sequence sales.document_number_seq as bigint
  start with 1252000000001 minvalue 1252000000001 maxvalue 1252999999999 cache 20;

-- Network -----------------------------------------------------------------------------------------

create table network.countries (
  country_code char(2) primary key check (country_code ~ '^[A-Z]{2}$'),
  name text not null unique
);

create table network.cities (
  city_code network.iata_airport primary key,
  country_code char(2) not null references network.countries on update cascade on delete restrict,
  name text not null,
  time_zone text not null
);

create index cities_country_code_idx on network.cities (country_code);

create table network.airports (
  airport_code network.iata_airport primary key,
  icao_code char(4) unique check (icao_code ~ '^[A-Z]{4}$'),
  city_code network.iata_airport not null references network.cities on update cascade on delete restrict,
  name text not null,
  location network.position_on_earth,
  least_connection interval not null default interval '45 minutes'
);

create index airports_city_code_idx on network.airports (city_code);

create table network.terminals (
  airport_code network.iata_airport not null references network.airports on update cascade on delete cascade,
  terminal varchar(4) not null,
  primary key (airport_code, terminal)
);

create table network.gates (
  airport_code network.iata_airport not null,
  gate varchar(5) not null,
  terminal varchar(4) not null,
  has_bridge boolean not null default true,
  primary key (airport_code, gate),
  foreign key (airport_code, terminal) references network.terminals on update cascade on delete restrict
);

create index gates_terminal_idx on network.gates (airport_code, terminal);

create table network.airlines (
  airline_code network.iata_airline primary key,
  accounting_code char(3) not null unique check (accounting_code ~ '^[0-9]{3}$'),
  name text not null,
  country_code char(2) not null references network.countries on update cascade on delete restrict,
  parent_code network.iata_airline references network.airlines on update cascade on delete set null
);

create index airlines_country_code_idx on network.airlines (country_code);
create index airlines_parent_code_idx on network.airlines (parent_code);

create table network.routes (
  origin network.iata_airport not null references network.airports on update cascade on delete restrict,
  destination network.iata_airport not null references network.airports on update cascade on delete restrict,
  distance_km smallint not null check (distance_km > 0),
  primary key (origin, destination),
  check (origin <> destination)
);

create index routes_destination_idx on network.routes (destination);

create table network.flights (
  airline_code network.iata_airline not null references network.airlines on update cascade on delete restrict,
  flight_number smallint not null check (flight_number between 1 and 9999),
  origin network.iata_airport not null,
  destination network.iata_airport not null,
  designator text generated always as (airline_code::text || flight_number::text) stored,
  primary key (airline_code, flight_number),
  foreign key (origin, destination) references network.routes on update cascade on delete restrict
);

create index flights_route_idx on network.flights (origin, destination);
create index flights_designator_idx on network.flights using hash (designator);

create table network.codeshares (
  marketing_airline network.iata_airline not null references network.airlines on update cascade on delete cascade,
  marketing_number smallint not null check (marketing_number between 1 and 9999),
  operating_airline network.iata_airline not null,
  operating_number smallint not null,
  primary key (marketing_airline, marketing_number),
  foreign key (operating_airline, operating_number) references network.flights on update cascade on delete cascade,
  check (marketing_airline <> operating_airline)
);

create index codeshares_operating_idx on network.codeshares (operating_airline, operating_number);

create table network.schedules (
  schedule_id int generated always as identity primary key,
  airline_code network.iata_airline not null,
  flight_number smallint not null,
  season daterange not null check (not isempty(season) and not upper_inf(season)),
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0),
  departs_at time not null,
  block_time interval not null check (block_time between interval '20 minutes' and interval '20 hours'),
  aircraft_type varchar(4) not null,
  foreign key (airline_code, flight_number) references network.flights on update cascade on delete cascade
);

create index schedules_flight_idx on network.schedules (airline_code, flight_number);
create index schedules_season_idx on network.schedules using gist (season);

-- Fleet -------------------------------------------------------------------------------------------

create table fleet.aircraft_types (
  aircraft_type varchar(4) primary key check (aircraft_type ~ '^[A-Z0-9]{2,4}$'),
  maker text not null,
  model text not null,
  range_km smallint not null check (range_km > 0),
  engines smallint not null check (engines between 1 and 4),
  unique (maker, model)
);

alter table network.schedules
  add foreign key (aircraft_type) references fleet.aircraft_types on update cascade on delete restrict;

create index schedules_aircraft_type_idx on network.schedules (aircraft_type);

create table fleet.seat_maps (
  aircraft_type varchar(4) not null references fleet.aircraft_types on update cascade on delete cascade,
  map_code varchar(6) not null,
  description text,
  primary key (aircraft_type, map_code)
);

create table fleet.seats (
  aircraft_type varchar(4) not null,
  map_code varchar(6) not null,
  seat varchar(3) not null check (seat ~ '^[1-9][0-9]?[A-L]$'),
  cabin sales.cabin not null,
  is_exit_row boolean not null default false,
  "row" smallint generated always as (substring(seat from '^[0-9]+')::smallint) stored,
  "column" char(1) generated always as (right(seat, 1)) stored,
  primary key (aircraft_type, map_code, seat),
  foreign key (aircraft_type, map_code) references fleet.seat_maps on update cascade on delete cascade
);

create table fleet.aircraft (
  registration varchar(7) primary key check (registration ~ '^[A-Z0-9]{1,2}-[A-Z0-9]{3,5}$'),
  -- Registrations change when an aircraft is sold; what the hangar keeps for decades goes by this.
  aircraft_no int generated always as identity unique,
  aircraft_type varchar(4) not null,
  map_code varchar(6) not null,
  owner_code network.iata_airline not null references network.airlines on update cascade on delete restrict,
  serial_number varchar(12) not null,
  delivered_on date not null,
  retired_on date check (retired_on > delivered_on),
  foreign key (aircraft_type, map_code) references fleet.seat_maps on update cascade on delete restrict,
  unique (aircraft_type, serial_number)
);

create index aircraft_seat_map_idx on fleet.aircraft (aircraft_type, map_code);
create index aircraft_owner_code_idx on fleet.aircraft (owner_code);

create table fleet.engines (
  engine_serial varchar(12) primary key,
  model text not null,
  hours numeric(9, 1) not null default 0 check (hours >= 0)
);

create table fleet.engine_installations (
  engine_serial varchar(12) not null references fleet.engines on update cascade on delete restrict,
  registration varchar(7) not null references fleet.aircraft on update cascade on delete restrict,
  position smallint not null check (position between 1 and 4),
  fitted daterange not null,
  primary key (engine_serial, fitted)
);

create unique index engine_installations_now_key on fleet.engine_installations (registration, position)
  where upper_inf(fitted);

create index engine_installations_registration_idx on fleet.engine_installations (registration);

create table fleet.maintenance_programs (
  program_code varchar(4) primary key,
  name text not null,
  every_hours int check (every_hours > 0),
  every_cycles int check (every_cycles > 0),
  every_days int check (every_days > 0),
  check (num_nonnulls(every_hours, every_cycles, every_days) >= 1)
);

create table fleet.work_orders (
  work_order_id bigint generated always as identity primary key,
  aircraft_no int not null references fleet.aircraft (aircraft_no) on delete restrict,
  program_code varchar(4) references fleet.maintenance_programs on update cascade on delete restrict,
  airport_code network.iata_airport not null references network.airports on update cascade on delete restrict,
  during tstzrange not null,
  released_by_id int,
  constraint work_orders_hold_the_aircraft_once exclude using gist (
    int4range(aircraft_no, aircraft_no, '[]') with &&,
    during with &&
  )
);

create index work_orders_aircraft_no_idx on fleet.work_orders (aircraft_no);
create index work_orders_program_code_idx on fleet.work_orders (program_code);
create index work_orders_airport_code_idx on fleet.work_orders (airport_code);
create index work_orders_released_by_id_idx on fleet.work_orders (released_by_id);

create table fleet.defects (
  defect_id bigint generated always as identity primary key,
  registration varchar(7) not null references fleet.aircraft on update cascade on delete restrict,
  work_order_id bigint references fleet.work_orders on delete set null,
  ata_chapter smallint not null check (ata_chapter between 5 and 92),
  text text not null,
  deferred_until date,
  reported_at timestamptz not null default now()
);

create index defects_registration_idx on fleet.defects (registration, reported_at desc);
create index defects_work_order_id_idx on fleet.defects (work_order_id);

-- Crew --------------------------------------------------------------------------------------------

create table crew.members (
  member_id int generated always as identity primary key,
  staff_number char(6) not null unique check (staff_number ~ '^[0-9]{6}$'),
  name text not null,
  base network.iata_airport not null references network.airports on update cascade on delete restrict,
  mentor_id int references crew.members on delete set null,
  joined_on date not null,
  check (mentor_id <> member_id)
);

alter table fleet.work_orders
  add foreign key (released_by_id) references crew.members on delete restrict;

create index members_base_idx on crew.members (base);
create index members_mentor_id_idx on crew.members (mentor_id);

create table crew.pilots (
  member_id int primary key references crew.members on delete cascade,
  licence_number varchar(16) not null unique,
  medical_until date not null,
  hours numeric(8, 1) not null default 0
);

create table crew.type_ratings (
  member_id int not null references crew.pilots on delete cascade,
  aircraft_type varchar(4) not null references fleet.aircraft_types on update cascade on delete restrict,
  function text not null check (function in ('captain', 'first officer')),
  valid_until date not null,
  primary key (member_id, aircraft_type)
);

create index type_ratings_aircraft_type_idx on crew.type_ratings (aircraft_type, function);

create table crew.cabin_qualifications (
  member_id int not null references crew.members on delete cascade,
  aircraft_type varchar(4) not null references fleet.aircraft_types on update cascade on delete restrict,
  is_purser boolean not null default false,
  primary key (member_id, aircraft_type)
);

create index cabin_qualifications_aircraft_type_idx on crew.cabin_qualifications (aircraft_type);

create table crew.duties (
  duty_id bigint generated always as identity primary key,
  member_id int not null references crew.members on delete cascade,
  kind crew.duty_kind not null,
  during tstzrange not null check (not isempty(during)),
  constraint duties_do_not_overlap exclude using gist (int4range(member_id, member_id, '[]') with &&, during with &&)
);

create index duties_member_id_idx on crew.duties (member_id);
create index duties_standby_idx on crew.duties using gist (during) where kind = 'standby';

-- Operations --------------------------------------------------------------------------------------

create table ops.legs (
  departure_day date not null,
  airline_code network.iata_airline not null,
  flight_number smallint not null,
  leg_no smallint not null default 1 check (leg_no between 1 and 4),
  origin network.iata_airport not null,
  destination network.iata_airport not null,
  registration varchar(7) references fleet.aircraft on update cascade on delete set null,
  gate varchar(5),
  status ops.leg_status not null default 'scheduled',
  scheduled_out timestamptz not null,
  scheduled_in timestamptz not null,
  actual_out timestamptz,
  actual_in timestamptz,
  delay interval generated always as (actual_out - scheduled_out) virtual,
  primary key (departure_day, airline_code, flight_number, leg_no),
  foreign key (airline_code, flight_number) references network.flights on update cascade on delete restrict,
  foreign key (origin, destination) references network.routes on update cascade on delete restrict,
  foreign key (origin, gate) references network.gates on update cascade on delete set null (gate),
  check (scheduled_in > scheduled_out),
  check (actual_in > actual_out)
) partition by range (departure_day);

create table ops.legs_2026_01 partition of ops.legs for values from ('2026-01-01') to ('2026-02-01');
create table ops.legs_2026_02 partition of ops.legs for values from ('2026-02-01') to ('2026-03-01');
create table ops.legs_2026_03 partition of ops.legs for values from ('2026-03-01') to ('2026-04-01');
create table ops.legs_unplanned partition of ops.legs default;

create index legs_flight_idx on ops.legs (airline_code, flight_number);
create index legs_route_idx on ops.legs (origin, destination, departure_day);
create index legs_gate_idx on ops.legs (origin, gate);
create index legs_registration_idx on ops.legs (registration, scheduled_out);

create table ops.delay_codes (
  delay_code char(2) primary key check (delay_code ~ '^[0-9]{2}$'),
  meaning text not null
);

create table ops.delays (
  departure_day date not null,
  airline_code network.iata_airline not null,
  flight_number smallint not null,
  leg_no smallint not null,
  delay_code char(2) not null references ops.delay_codes on update cascade on delete restrict,
  minutes smallint not null check (minutes > 0),
  primary key (departure_day, airline_code, flight_number, leg_no, delay_code),
  foreign key (departure_day, airline_code, flight_number, leg_no) references ops.legs
    on update cascade on delete cascade
);

create index delays_delay_code_idx on ops.delays (delay_code);

create table ops.leg_crew (
  departure_day date not null,
  airline_code network.iata_airline not null,
  flight_number smallint not null,
  leg_no smallint not null,
  member_id int not null references crew.members on delete restrict,
  duty_id bigint references crew.duties on delete set null,
  position text not null check (position in ('captain', 'first officer', 'purser', 'cabin', 'deadhead')),
  primary key (departure_day, airline_code, flight_number, leg_no, member_id),
  foreign key (departure_day, airline_code, flight_number, leg_no) references ops.legs
    on update cascade on delete cascade
);

create unique index leg_crew_one_captain_key on ops.leg_crew (departure_day, airline_code, flight_number, leg_no)
  where position = 'captain';
create index leg_crew_member_id_idx on ops.leg_crew (member_id, departure_day);
create index leg_crew_duty_id_idx on ops.leg_crew (duty_id);

create unlogged table ops.aircraft_positions (
  registration varchar(7) not null,
  at timestamptz not null,
  location network.position_on_earth not null,
  speed_kt smallint,
  primary key (registration, at)
);

comment on table ops.aircraft_positions is 'From the transponders, every ten seconds. May be lost: the next ones come.';
create index aircraft_positions_at_idx on ops.aircraft_positions using brin (at) with (pages_per_range = 32);

-- Sales -------------------------------------------------------------------------------------------

create table sales.currencies (
  currency char(3) primary key check (currency ~ '^[A-Z]{3}$'),
  decimals smallint not null default 2 check (decimals between 0 and 4)
);

create table sales.fare_classes (
  airline_code network.iata_airline not null references network.airlines on update cascade on delete cascade,
  booking_class char(1) not null check (booking_class ~ '^[A-Z]$'),
  cabin sales.cabin not null,
  primary key (airline_code, booking_class)
);

create table sales.fares (
  fare_id int generated always as identity primary key,
  airline_code network.iata_airline not null,
  booking_class char(1) not null,
  origin network.iata_airport not null,
  destination network.iata_airport not null,
  fare_basis varchar(8) not null,
  amount sales.price not null,
  currency char(3) not null references sales.currencies on update cascade on delete restrict,
  is_refundable boolean not null default false,
  sold daterange not null,
  rules jsonb not null default '{}',
  foreign key (airline_code, booking_class) references sales.fare_classes on update cascade on delete restrict,
  foreign key (origin, destination) references network.routes on update cascade on delete cascade,
  unique (airline_code, fare_basis, origin, destination, sold)
);

create index fares_class_idx on sales.fares (airline_code, booking_class);
create index fares_route_idx on sales.fares (origin, destination) include (amount, currency);
create index fares_currency_idx on sales.fares (currency);
create index fares_rules_idx on sales.fares using gin (rules);

create table sales.frequent_flyers (
  membership_number bigint primary key check (membership_number between 100000000 and 999999999),
  name text not null,
  email text not null unique,
  tier text not null default 'blue' check (tier in ('blue', 'silver', 'gold', 'black')),
  miles int not null default 0 check (miles >= 0),
  joined_on date not null default current_date
);

create table sales.agencies (
  iata_number char(8) primary key check (iata_number ~ '^[0-9]{8}$'),
  name text not null,
  commission numeric(4, 3) not null default 0 check (commission between 0 and 0.2)
);

create table sales.bookings (
  locator sales.record_locator primary key,
  agency_number char(8) references sales.agencies on update cascade on delete restrict,
  contact_email text not null,
  contact_phone text,
  booked_at timestamptz not null default now(),
  ticket_by timestamptz,
  cancelled_at timestamptz,
  split_from sales.record_locator references sales.bookings on delete set null
);

create index bookings_agency_number_idx on sales.bookings (agency_number);
create index bookings_split_from_idx on sales.bookings (split_from);
create index bookings_to_ticket_idx on sales.bookings (ticket_by) where cancelled_at is null and ticket_by is not null;

create table sales.passengers (
  locator sales.record_locator not null references sales.bookings on delete cascade,
  passenger_no smallint not null check (passenger_no between 1 and 99),
  kind sales.passenger_kind not null default 'adult',
  title text,
  given_name text not null,
  family_name text not null,
  born_on date,
  carried_by_no smallint,
  membership_number bigint references sales.frequent_flyers on delete set null,
  primary key (locator, passenger_no),
  foreign key (locator, carried_by_no) references sales.passengers on delete restrict,
  check ((kind = 'infant') = (carried_by_no is not null))
);

create index passengers_carried_by_idx on sales.passengers (locator, carried_by_no);
create index passengers_membership_number_idx on sales.passengers (membership_number);
create index passengers_name_idx on sales.passengers (upper(family_name), upper(given_name));

create table sales.travel_documents (
  locator sales.record_locator not null,
  passenger_no smallint not null,
  country_code char(2) not null references network.countries on update cascade on delete restrict,
  document_number varchar(20) not null,
  expires_on date not null,
  primary key (locator, passenger_no),
  foreign key (locator, passenger_no) references sales.passengers on delete cascade
);

create index travel_documents_country_code_idx on sales.travel_documents (country_code);

create table sales.segments (
  locator sales.record_locator not null references sales.bookings on delete cascade,
  segment_no smallint not null check (segment_no > 0),
  departure_day date not null,
  airline_code network.iata_airline not null,
  flight_number smallint not null,
  leg_no smallint not null default 1,
  booking_class char(1) not null,
  primary key (locator, segment_no),
  -- Days move when a timetable changes; a leg with passengers is never simply deleted.
  foreign key (departure_day, airline_code, flight_number, leg_no) references ops.legs
    on update cascade on delete restrict,
  foreign key (airline_code, booking_class) references sales.fare_classes on update cascade on delete restrict
);

create index segments_leg_idx
  on sales.segments (departure_day, airline_code, flight_number, leg_no) include (booking_class);
create index segments_class_idx on sales.segments (airline_code, booking_class);

create table sales.tickets (
  document_number bigint primary key default nextval('sales.document_number_seq'),
  locator sales.record_locator not null,
  passenger_no smallint not null,
  issued_at timestamptz not null default now(),
  total sales.price not null,
  currency char(3) not null references sales.currencies on update cascade on delete restrict,
  reissued_for bigint unique references sales.tickets on delete restrict,
  foreign key (locator, passenger_no) references sales.passengers on delete restrict
);

create index tickets_passenger_idx on sales.tickets (locator, passenger_no);
create index tickets_currency_idx on sales.tickets (currency);

create table sales.coupons (
  document_number bigint not null references sales.tickets on delete restrict,
  coupon_no smallint not null check (coupon_no between 1 and 4),
  locator sales.record_locator not null,
  segment_no smallint not null,
  fare_id int not null references sales.fares on delete restrict,
  status sales.coupon_status not null default 'open',
  primary key (document_number, coupon_no),
  foreign key (locator, segment_no) references sales.segments on delete restrict
);

create index coupons_segment_idx on sales.coupons (locator, segment_no);
create index coupons_fare_id_idx on sales.coupons (fare_id);

create table sales.taxes (
  tax_code char(2) primary key,
  country_code char(2) not null references network.countries on update cascade on delete restrict,
  name text not null
);

create index taxes_country_code_idx on sales.taxes (country_code);

create table sales.ticket_taxes (
  document_number bigint not null references sales.tickets on delete cascade,
  tax_code char(2) not null references sales.taxes on update cascade on delete restrict,
  amount sales.price not null,
  primary key (document_number, tax_code)
);

create index ticket_taxes_tax_code_idx on sales.ticket_taxes (tax_code);

create table sales.payments (
  payment_id uuid primary key default gen_random_uuid(),
  locator sales.record_locator not null references sales.bookings on delete restrict,
  amount numeric(10, 2) not null check (amount <> 0),
  currency char(3) not null references sales.currencies on update cascade on delete restrict,
  method text not null,
  authorised_at timestamptz not null default now()
);

create index payments_locator_idx on sales.payments (locator);
create index payments_currency_idx on sales.payments (currency);

create table sales.special_services (
  locator sales.record_locator not null,
  passenger_no smallint not null,
  segment_no smallint not null,
  code char(4) not null check (code ~ '^[A-Z]{4}$'),
  text text,
  primary key (locator, passenger_no, segment_no, code),
  foreign key (locator, passenger_no) references sales.passengers on delete cascade,
  foreign key (locator, segment_no) references sales.segments on delete cascade
);

create index special_services_segment_idx on sales.special_services (locator, segment_no);

create table sales.mileage_entries (
  membership_number bigint not null references sales.frequent_flyers on delete cascade,
  entry_no int not null,
  document_number bigint,
  coupon_no smallint,
  miles int not null check (miles <> 0),
  booked_on date not null default current_date,
  primary key (membership_number, entry_no),
  foreign key (document_number, coupon_no) references sales.coupons match full on delete set null
);

create index mileage_entries_coupon_idx on sales.mileage_entries (document_number, coupon_no);

-- The day itself ----------------------------------------------------------------------------------

create table ops.check_ins (
  document_number bigint not null,
  coupon_no smallint not null,
  departure_day date not null,
  airline_code network.iata_airline not null,
  flight_number smallint not null,
  leg_no smallint not null,
  seat varchar(3) check (seat ~ '^[1-9][0-9]?[A-L]$'),
  sequence_no smallint not null,
  boarded_at timestamptz,
  primary key (document_number, coupon_no),
  foreign key (document_number, coupon_no) references sales.coupons on delete restrict,
  foreign key (departure_day, airline_code, flight_number, leg_no) references ops.legs
    on update cascade on delete restrict,
  -- Two passengers change seats in one transaction.
  constraint check_ins_seat_key unique (departure_day, airline_code, flight_number, leg_no, seat)
    deferrable initially deferred,
  unique (departure_day, airline_code, flight_number, leg_no, sequence_no)
);

create table ops.bags (
  tag_number bigint primary key check (tag_number between 0 and 9999999999),
  document_number bigint not null,
  coupon_no smallint not null,
  weight_kg numeric(4, 1) not null check (weight_kg > 0 and weight_kg <= 32),
  foreign key (document_number, coupon_no) references ops.check_ins on delete restrict
);

create index bags_check_in_idx on ops.bags (document_number, coupon_no);

create table ops.bag_scans (
  tag_number bigint not null references ops.bags on delete cascade,
  scanned_at timestamptz not null,
  place text not null,
  primary key (tag_number, scanned_at)
);

create view ops.departures as
select l.*, f.designator, t.terminal
from ops.legs as l
join network.flights as f using (airline_code, flight_number)
left join network.gates as t on t.airport_code = l.origin and t.gate = l.gate
where l.status <> 'cancelled';

create view ops.late_departures as
select departure_day, designator, origin, destination, delay
from ops.departures
where delay > interval '15 minutes';

create materialized view ops.punctuality as
select
  airline_code,
  date_trunc('month', departure_day)::date as month,
  count(*) as legs,
  count(*) filter (where actual_out - scheduled_out <= interval '15 minutes') as on_time
from ops.legs
where actual_out is not null
group by 1, 2;

create unique index punctuality_key on ops.punctuality (airline_code, month);

create function sales.forbid_flown_refund() returns trigger
language plpgsql
as $$
begin
  if old.status = 'flown' and new.status = 'refunded' then
    raise exception 'coupon % of % was flown', old.coupon_no, old.document_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger coupons_no_flown_refund before update of status on sales.coupons
  for each row when (old.status is distinct from new.status) execute function sales.forbid_flown_refund();

create function sales.load_factor(day date, airline network.iata_airline, number smallint) returns numeric
language sql stable
return (
  select round(count(c.document_number)::numeric / nullif((
    select count(*)
    from ops.legs as l
    join fleet.aircraft as a using (registration)
    join fleet.seats as s using (aircraft_type, map_code)
    where l.departure_day = day and l.airline_code = airline and l.flight_number = number
  ), 0), 3)
  from ops.check_ins as c
  where c.departure_day = day and c.airline_code = airline and c.flight_number = number
);

insert into sales.currencies values ('EUR', 2), ('GBP', 2), ('JPY', 0), ('KWD', 3);
insert into ops.delay_codes values
  ('15', 'Boarding'),
  ('41', 'Aircraft defects'),
  ('93', 'Late arrival of the aircraft');
