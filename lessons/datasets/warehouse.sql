-- Schema: Warehouse & logistics. Sites, bins, products, purchasing, stock, picking, shipping, transport and returns.
--
-- Stock is kept twice, on purpose: `stock_moves` says what happened and is only ever added to, `stock` says what
-- lies where now. A trigger on the one keeps the other, and the check `quantity >= 0` on `stock` refuses a move of
-- what is not there.
--
-- A bin may hold a product with a lot or without, and on a pallet or loose: lot and pallet may be NULL and are part
-- of the key all the same, which is what `unique nulls not distinct` is for.

create domain sku as varchar(24) check (value ~ '^[A-Z0-9][A-Z0-9-]{2,23}$');
create domain gtin as varchar(14) check (value ~ '^[0-9]{8}([0-9]{4}([0-9]{1,2})?)?$');
create domain quantity as numeric(14, 3);
create domain positive_quantity as numeric(14, 3) check (value > 0);
create domain country as char(2) check (value ~ '^[A-Z]{2}$');

create type dimensions as (length_mm int, width_mm int, height_mm int);
create type address as (name text, line_1 text, line_2 text, city text, postcode text, country country);
create type move_kind as enum ('receipt', 'putaway', 'pick', 'pack', 'ship', 'return', 'count', 'scrap', 'transfer');
create type order_state as enum ('draft', 'released', 'in progress', 'done', 'cancelled');
create type temperature_class as enum ('ambient', 'chilled', 'frozen');

create sequence sscc_seq as bigint start with 100000000 increment by 1 maxvalue 999999999 cycle cache 50;
create sequence document_no_seq as integer;

create schema transport;

create function set_changed_at() returns trigger
language plpgsql
as $$
begin
  new.changed_at := now();
  return new;
end
$$;

-- Sites -------------------------------------------------------------------------------------------

create table companies (
  company_id int generated always as identity primary key,
  name text not null unique,
  vat_number text unique
);

create table sites (
  site_code char(3) primary key check (site_code ~ '^[A-Z]{3}$'),
  company_id int not null references companies on delete restrict,
  name text not null,
  address address not null,
  time_zone text not null,
  manager_id int
);

create table workers (
  worker_id serial primary key,
  site_code char(3) not null,
  team_leader_id int references workers on delete set null,
  name text not null,
  badge varchar(16) not null unique,
  hired_on date not null default current_date,
  left_on date,
  unique (site_code, worker_id),
  constraint workers_site_fkey foreign key (site_code) references sites
    on update cascade on delete restrict deferrable initially deferred,
  check (team_leader_id <> worker_id)
);

-- A site is run by one of its own workers. Both rows come in one transaction.
alter table sites
  alter column manager_id set not null,
  add constraint sites_manager_fkey foreign key (site_code, manager_id) references workers (site_code, worker_id)
    on update cascade deferrable initially deferred;

create index sites_company_id_idx on sites (company_id);
create index sites_manager_idx on sites (site_code, manager_id);
create index workers_team_leader_id_idx on workers (team_leader_id);

create table worker_skills (
  worker_id int not null references workers on delete cascade,
  skill text not null check (skill in ('forklift', 'reach truck', 'cold store', 'hazmat', 'packing', 'counting')),
  valid_until date,
  primary key (worker_id, skill)
);

create table zones (
  site_code char(3) not null references sites on update cascade on delete restrict,
  zone varchar(4) not null,
  purpose text not null check (purpose in ('receiving', 'reserve', 'picking', 'packing', 'staging', 'quarantine')),
  temperature temperature_class not null default 'ambient',
  primary key (site_code, zone)
);

create table aisles (
  site_code char(3) not null,
  zone varchar(4) not null,
  aisle smallint not null check (aisle > 0),
  is_one_way boolean not null default true,
  primary key (site_code, zone, aisle),
  foreign key (site_code, zone) references zones on update cascade on delete restrict
);

create table bin_types (
  bin_type varchar(8) primary key,
  inside dimensions not null,
  max_weight_kg numeric(8, 2) not null check (max_weight_kg > 0),
  volume_l numeric generated always as (
    round((inside).length_mm::numeric * (inside).width_mm * (inside).height_mm / 1000000, 1)
  ) stored
);

create table bins (
  bin_id bigint generated always as identity primary key,
  site_code char(3) not null,
  zone varchar(4) not null,
  aisle smallint not null,
  bay smallint not null check (bay > 0),
  level smallint not null check (level >= 0),
  label text not null generated always as (
    site_code::text || '-' || zone || '-' || lpad(aisle::text, 2, '0') || '-' || lpad(bay::text, 3, '0')
    || '-' || level::text
  ) stored unique,
  bin_type varchar(8) not null references bin_types on update cascade on delete restrict,
  pick_sequence int,
  blocked_at timestamptz,
  foreign key (site_code, zone, aisle) references aisles on update cascade on delete restrict,
  unique (site_code, zone, aisle, bay, level)
);

create index bins_bin_type_idx on bins (bin_type);
create index bins_walk_idx on bins (site_code, pick_sequence) include (label) where blocked_at is null;

create table docks (
  site_code char(3) not null references sites on update cascade on delete cascade,
  dock_no smallint not null,
  dock_id int generated always as identity unique,
  is_inbound boolean not null default true,
  is_outbound boolean not null default true,
  primary key (site_code, dock_no),
  check (is_inbound or is_outbound)
);

-- Products ----------------------------------------------------------------------------------------

create table units (
  unit varchar(6) primary key,
  name text not null unique,
  base_unit varchar(6) references units on update cascade on delete restrict,
  factor numeric(12, 6) not null default 1 check (factor > 0),
  check ((base_unit is null) <= (factor = 1))
);

create index units_base_unit_idx on units (base_unit);

create table categories (
  category_id int generated always as identity primary key,
  parent_id int references categories on delete cascade,
  name text not null,
  unique nulls not distinct (parent_id, name),
  check (parent_id <> category_id)
);

create table products (
  sku sku primary key,
  category_id int references categories on delete set null,
  name text not null,
  unit varchar(6) not null default 'pc' references units on update cascade on delete set default,
  size dimensions,
  weight_g int check (weight_g > 0),
  temperature temperature_class not null default 'ambient',
  is_lot_tracked boolean not null default false,
  is_serial_tracked boolean not null default false,
  shelf_life interval check (shelf_life > interval '0'),
  attributes jsonb not null default '{}',
  discontinued_on date,
  changed_at timestamptz not null default now(),
  replaced_by sku references products on update cascade on delete set null,
  check (shelf_life is null or is_lot_tracked),
  check (replaced_by <> sku)
);

create index products_category_id_idx on products (category_id);
create index products_unit_idx on products (unit);
create index products_replaced_by_idx on products (replaced_by);
create index products_attributes_idx on products using gin (attributes jsonb_path_ops);
create trigger products_changed before update on products for each row execute function set_changed_at();

create table product_barcodes (
  barcode gtin primary key,
  sku sku not null references products on update cascade on delete cascade,
  per_pack positive_quantity not null default 1
);

create index product_barcodes_sku_idx on product_barcodes (sku);

create table kit_parts (
  kit sku not null references products on update cascade on delete cascade,
  part sku not null references products on update cascade on delete restrict,
  quantity positive_quantity not null,
  primary key (kit, part),
  check (kit <> part)
);

create index kit_parts_part_idx on kit_parts (part);

create table hazards (
  un_number char(4) primary key check (un_number ~ '^[0-9]{4}$'),
  class varchar(4) not null,
  name text not null
);

create table product_hazards (
  sku sku primary key references products on update cascade on delete cascade,
  un_number char(4) not null references hazards on update cascade on delete restrict,
  packing_group smallint check (packing_group between 1 and 3)
);

create index product_hazards_un_number_idx on product_hazards (un_number);

create table lots (
  sku sku not null references products on update cascade on delete restrict,
  lot varchar(20) not null,
  made_on date,
  best_before date,
  held_because text,
  primary key (sku, lot),
  check (best_before > made_on)
);

create index lots_best_before_idx on lots (best_before) where held_because is null;

create table serial_numbers (
  sku sku not null references products on update cascade on delete restrict,
  serial_number varchar(40) not null,
  lot varchar(20),
  primary key (sku, serial_number),
  foreign key (sku, lot) references lots on update cascade on delete restrict
);

create index serial_numbers_lot_idx on serial_numbers (sku, lot);

create table slotting_rules (
  site_code char(3) not null references sites on update cascade on delete cascade,
  sku sku not null references products on update cascade on delete cascade,
  bin_id bigint not null references bins on delete cascade,
  refill_below quantity not null check (refill_below >= 0),
  refill_to quantity not null,
  primary key (site_code, sku, bin_id),
  check (refill_to > refill_below)
);

create index slotting_rules_sku_idx on slotting_rules (sku);
create index slotting_rules_bin_id_idx on slotting_rules (bin_id);

-- Purchasing --------------------------------------------------------------------------------------

create table partners (
  partner_id int generated always as identity primary key,
  name text not null,
  kind text[] not null check (kind <@ array['supplier', 'customer', 'carrier'] and cardinality(kind) > 0),
  address address,
  payment_days smallint not null default 30 check (payment_days between 0 and 180)
);

create index partners_kind_idx on partners using gin (kind);

create table supplier_products (
  partner_id int not null references partners on delete cascade,
  sku sku not null references products on update cascade on delete cascade,
  supplier_code text,
  price numeric(12, 4) not null check (price >= 0),
  currency char(3) not null default 'EUR',
  least_quantity positive_quantity not null default 1,
  lead_days smallint not null default 7 check (lead_days >= 0),
  primary key (partner_id, sku),
  unique (partner_id, supplier_code)
);

create index supplier_products_sku_idx on supplier_products (sku) include (price, currency);

create table purchase_orders (
  purchase_order_id bigint generated always as identity primary key,
  document_no int not null default nextval('document_no_seq') unique,
  partner_id int not null references partners on delete restrict,
  site_code char(3) not null references sites on update cascade on delete restrict,
  state order_state not null default 'draft',
  ordered_on date,
  check (state = 'draft' or ordered_on is not null)
);

create index purchase_orders_partner_id_idx on purchase_orders (partner_id);
create index purchase_orders_site_code_idx on purchase_orders (site_code, state);

create table purchase_order_lines (
  purchase_order_id bigint not null references purchase_orders on delete cascade,
  line_no smallint not null check (line_no > 0),
  sku sku not null references products on update cascade on delete restrict,
  ordered positive_quantity not null,
  price numeric(12, 4) not null check (price >= 0),
  amount numeric generated always as (round(ordered::numeric * price, 2)) stored,
  due_on date,
  primary key (purchase_order_id, line_no)
);

create index purchase_order_lines_sku_idx on purchase_order_lines (sku);

create table dock_bookings (
  booking_id bigint generated always as identity primary key,
  dock_id int not null references docks (dock_id) on delete cascade,
  partner_id int references partners on delete set null,
  during tstzrange not null check (upper(during) - lower(during) between interval '15 minutes' and interval '8 hours'),
  licence_plate varchar(12),
  constraint dock_bookings_do_not_overlap exclude using gist (
    int4range(dock_id, dock_id, '[]') with &&,
    during with &&
  )
);

create index dock_bookings_dock_id_idx on dock_bookings (dock_id);
create index dock_bookings_partner_id_idx on dock_bookings (partner_id);

create table receipts (
  receipt_id bigint generated always as identity primary key,
  purchase_order_id bigint references purchase_orders on delete restrict,
  booking_id bigint unique references dock_bookings on delete set null,
  site_code char(3) not null references sites on update cascade on delete restrict,
  delivery_note text,
  received_at timestamptz not null default now()
);

create index receipts_purchase_order_id_idx on receipts (purchase_order_id);
create index receipts_site_code_idx on receipts (site_code);

create table receipt_lines (
  receipt_id bigint not null references receipts on delete cascade,
  line_no smallint not null,
  purchase_order_id bigint,
  order_line_no smallint,
  sku sku not null references products on update cascade on delete restrict,
  lot varchar(20),
  received positive_quantity not null,
  damaged quantity not null default 0,
  primary key (receipt_id, line_no),
  foreign key (purchase_order_id, order_line_no) references purchase_order_lines match full on delete restrict,
  foreign key (sku, lot) references lots on update cascade on delete restrict,
  check (damaged between 0 and received)
);

create index receipt_lines_order_line_idx on receipt_lines (purchase_order_id, order_line_no);
create index receipt_lines_lot_idx on receipt_lines (sku, lot);

-- Stock -------------------------------------------------------------------------------------------

-- The number on a pallet's label: our prefix, a running number, and a last digit by which a scanner finds misreadings.
create function next_sscc() returns char(18)
language sql volatile
return (
  with body as materialized (select '00340123' || nextval('sscc_seq') as digits)
  select digits || ((10 - sum(substr(digits, n, 1)::int * case n % 2 when 1 then 3 else 1 end) % 10) % 10)
  from body, generate_series(1, 17) as n
  group by digits
);

create table pallets (
  sscc char(18) primary key default next_sscc() check (sscc ~ '^[0-9]{18}$'),
  bin_id bigint references bins on delete restrict,
  stands_on char(18) references pallets on delete set null,
  wrapped_at timestamptz,
  check (num_nonnulls(bin_id, stands_on) <= 1)
);

create index pallets_bin_id_idx on pallets (bin_id);
create index pallets_stands_on_idx on pallets (stands_on);

create table stock (
  stock_id bigint generated always as identity primary key,
  bin_id bigint not null references bins on delete restrict,
  sku sku not null references products on update cascade on delete restrict,
  lot varchar(20),
  sscc char(18) references pallets on delete restrict,
  quantity quantity not null,
  reserved quantity not null default 0,
  changed_at timestamptz not null default now(),
  constraint stock_key unique nulls not distinct (bin_id, sku, lot, sscc),
  foreign key (sku, lot) references lots on update cascade on delete restrict,
  constraint stock_not_below_zero check (quantity >= 0),
  constraint stock_not_over_reserved check (reserved between 0 and quantity)
);

create index stock_free_idx on stock (sku, bin_id) include (lot, quantity, reserved) where quantity > reserved;
create index stock_lot_idx on stock (sku, lot);
create index stock_sscc_idx on stock (sscc);
create trigger stock_changed before update on stock for each row execute function set_changed_at();

create table stock_moves (
  move_id bigint generated always as identity,
  site_code char(3) not null,
  moved_at timestamptz not null default clock_timestamp(),
  kind move_kind not null,
  sku sku not null references products on update cascade on delete restrict,
  lot varchar(20),
  sscc char(18),
  from_bin_id bigint references bins on delete restrict,
  to_bin_id bigint references bins on delete restrict,
  quantity positive_quantity not null,
  worker_id int references workers on delete set null,
  primary key (site_code, moved_at, move_id),
  constraint stock_moves_go_somewhere check (from_bin_id is distinct from to_bin_id)
) partition by list (site_code);

create table stock_moves_north partition of stock_moves for values in ('HAM', 'CPH', 'OSL');
-- The south moves more in a month than all others in a year: its partition is partitioned again.
create table stock_moves_south partition of stock_moves for values in ('MIL', 'BCN')
  partition by range (moved_at);
create table stock_moves_south_2025 partition of stock_moves_south
  for values from ('2025-01-01 00:00+00') to ('2026-01-01 00:00+00');
create table stock_moves_south_2026 partition of stock_moves_south
  for values from ('2026-01-01 00:00+00') to ('2027-01-01 00:00+00');
create table stock_moves_rest partition of stock_moves default;

create index stock_moves_moved_at_idx on stock_moves using brin (moved_at);
create index stock_moves_sku_idx on stock_moves (sku, lot, moved_at desc);
create index stock_moves_from_bin_id_idx on stock_moves (from_bin_id);
create index stock_moves_to_bin_id_idx on stock_moves (to_bin_id);
create index stock_moves_worker_id_idx on stock_moves (worker_id);

create function apply_stock_move() returns trigger
language plpgsql
as $$
begin
  if new.from_bin_id is not null then
    update stock set quantity = quantity - new.quantity
    where bin_id = new.from_bin_id and sku = new.sku
      and lot is not distinct from new.lot and sscc is not distinct from new.sscc;
    if not found then
      raise exception 'bin % holds no % to move', new.from_bin_id, new.sku using errcode = 'foreign_key_violation';
    end if;
  end if;
  if new.to_bin_id is not null then
    insert into stock (bin_id, sku, lot, sscc, quantity)
    values (new.to_bin_id, new.sku, new.lot, new.sscc, new.quantity)
    on conflict on constraint stock_key do update set quantity = stock.quantity + excluded.quantity;
  end if;
  return null;
end
$$;

create trigger stock_moves_apply after insert on stock_moves for each row execute function apply_stock_move();

create table stock_counts (
  count_id bigint generated always as identity primary key,
  site_code char(3) not null references sites on update cascade on delete restrict,
  planned_on date not null,
  worker_id int references workers on delete set null,
  closed_at timestamptz
);

create index stock_counts_site_code_idx on stock_counts (site_code);
create index stock_counts_worker_id_idx on stock_counts (worker_id);

create table stock_count_lines (
  count_id bigint not null references stock_counts on delete cascade,
  bin_id bigint not null references bins on delete restrict,
  sku sku not null references products on update cascade on delete restrict,
  expected quantity not null,
  counted quantity,
  difference numeric(15, 3) generated always as (counted - expected) stored,
  primary key (count_id, bin_id, sku)
);

create index stock_count_lines_bin_id_idx on stock_count_lines (bin_id);
create index stock_count_lines_sku_idx on stock_count_lines (sku);
create index stock_count_lines_wrong_idx on stock_count_lines (count_id) where counted <> expected;

-- Sales -------------------------------------------------------------------------------------------

create table sales_orders (
  sales_order_id bigint generated always as identity primary key,
  partner_id int not null references partners on delete restrict,
  customer_reference text,
  site_code char(3) not null references sites on update cascade on delete restrict,
  ship_to address not null,
  state order_state not null default 'draft',
  priority smallint not null default 5 check (priority between 1 and 9),
  ship_by date,
  created_at timestamptz not null default now(),
  unique (partner_id, customer_reference)
);

create index sales_orders_site_code_idx on sales_orders (site_code);
create index sales_orders_open_idx
  on sales_orders (site_code, priority, ship_by) where state in ('released', 'in progress');

create table sales_order_lines (
  sales_order_id bigint not null references sales_orders on delete cascade,
  line_no smallint not null check (line_no > 0),
  sku sku not null references products on update cascade on delete restrict,
  ordered positive_quantity not null,
  allocated quantity not null default 0,
  shipped quantity not null default 0,
  primary key (sales_order_id, line_no),
  check (shipped <= allocated and allocated <= ordered)
);

create index sales_order_lines_sku_idx on sales_order_lines (sku);

create table waves (
  wave_id bigint generated always as identity primary key,
  site_code char(3) not null references sites on update cascade on delete restrict,
  state order_state not null default 'draft',
  released_at timestamptz
);

create index waves_site_code_idx on waves (site_code);

create table pick_tasks (
  pick_id bigint generated always as identity primary key,
  wave_id bigint not null references waves on delete cascade,
  sales_order_id bigint not null,
  line_no smallint not null,
  stock_id bigint references stock on delete set null,
  worker_id int references workers on delete set null,
  quantity positive_quantity not null,
  picked quantity check (picked >= 0),
  done_at timestamptz,
  foreign key (sales_order_id, line_no) references sales_order_lines on delete restrict,
  check ((picked is null) = (done_at is null)),
  check (picked <= quantity)
);

create index pick_tasks_wave_id_idx on pick_tasks (wave_id);
create index pick_tasks_order_line_idx on pick_tasks (sales_order_id, line_no);
create index pick_tasks_stock_id_idx on pick_tasks (stock_id);
create index pick_tasks_worker_id_idx on pick_tasks (worker_id);
create index pick_tasks_open_idx on pick_tasks (wave_id, worker_id) where done_at is null;

create table parcels (
  sscc char(18) primary key references pallets on delete restrict,
  sales_order_id bigint not null references sales_orders on delete restrict,
  packed_by_id int references workers on delete set null,
  size dimensions,
  weight_g int check (weight_g > 0)
);

create index parcels_sales_order_id_idx on parcels (sales_order_id);
create index parcels_packed_by_id_idx on parcels (packed_by_id);

create table parcel_items (
  sscc char(18) not null references parcels on delete cascade,
  pick_id bigint not null references pick_tasks on delete restrict,
  quantity positive_quantity not null,
  primary key (sscc, pick_id)
);

create index parcel_items_pick_id_idx on parcel_items (pick_id);

create table parcel_serials (
  sku sku not null,
  serial_number varchar(40) not null,
  sscc char(18) not null references parcels on delete cascade,
  -- A unit leaves once; if it comes back and leaves again, its row is moved, not copied.
  primary key (sku, serial_number),
  foreign key (sku, serial_number) references serial_numbers on update cascade on delete restrict
);

create index parcel_serials_sscc_idx on parcel_serials (sscc);

-- Transport ---------------------------------------------------------------------------------------

create table transport.carriers (
  scac char(4) primary key check (scac ~ '^[A-Z]{4}$'),
  partner_id int not null unique references public.partners on delete restrict,
  tracking_url text
);

create table transport.services (
  scac char(4) not null references transport.carriers on update cascade on delete cascade,
  service varchar(12) not null,
  name text not null,
  days int4range not null,
  max_weight_kg numeric(8, 2),
  primary key (scac, service)
);

create table transport.tariffs (
  tariff_id int generated always as identity primary key,
  scac char(4) not null,
  service varchar(12) not null,
  to_country public.country not null,
  weight_g int4range not null,
  price numeric(10, 2) not null check (price >= 0),
  tariff_no int not null,
  foreign key (scac, service) references transport.services on update cascade on delete cascade,
  -- All bands of one tariff stand side by side without overlapping.
  exclude using gist (int4range(tariff_no, tariff_no, '[]') with &&, weight_g with &&)
);

create index tariffs_service_idx on transport.tariffs (scac, service, to_country) include (price);

create table transport.vehicles (
  licence_plate varchar(12) primary key,
  scac char(4) not null references transport.carriers on update cascade on delete cascade,
  payload_kg int not null check (payload_kg > 0),
  keeps public.temperature_class[] not null default '{ambient}' check (cardinality(keeps) > 0)
);

create index vehicles_scac_idx on transport.vehicles (scac);

create table transport.drivers (
  driver_id int generated always as identity primary key,
  scac char(4) not null references transport.carriers on update cascade on delete cascade,
  name text not null,
  may_carry_hazards boolean not null default false
);

create index drivers_scac_idx on transport.drivers (scac);

create table transport.trips (
  trip_id bigint generated always as identity primary key,
  licence_plate varchar(12) references transport.vehicles on update cascade on delete set null,
  driver_id int references transport.drivers on delete set null,
  from_site char(3) not null references public.sites on update cascade on delete restrict,
  booking_id bigint unique references public.dock_bookings on delete set null,
  planned tstzrange not null check (not isempty(planned)),
  left_at timestamptz,
  constraint trips_of_a_driver_do_not_overlap exclude using gist (
    int4range(driver_id, driver_id, '[]') with &&,
    planned with &&
  ) where (driver_id is not null)
);

create index trips_driver_id_idx on transport.trips (driver_id);
create index trips_licence_plate_idx on transport.trips (licence_plate);
create index trips_from_site_idx on transport.trips (from_site);

create table transport.stops (
  trip_id bigint not null references transport.trips on delete cascade,
  stop_no smallint not null check (stop_no > 0),
  address public.address not null,
  arrives_between tstzrange,
  arrived_at timestamptz,
  -- A route is put into another order in one transaction.
  primary key (trip_id, stop_no) deferrable initially deferred
);

create table transport.shipments (
  shipment_id uuid primary key default uuidv7(),
  scac char(4) not null,
  service varchar(12) not null,
  tracking_number text,
  sales_order_id bigint not null references public.sales_orders on delete restrict,
  trip_id bigint references transport.trips on delete set null,
  cost numeric(10, 2) check (cost >= 0),
  delivered_at timestamptz,
  foreign key (scac, service) references transport.services on update cascade on delete restrict,
  unique (scac, tracking_number)
);

create index shipments_service_idx on transport.shipments (scac, service);
create index shipments_sales_order_id_idx on transport.shipments (sales_order_id);
create index shipments_trip_id_idx on transport.shipments (trip_id);

create table transport.shipment_parcels (
  shipment_id uuid not null references transport.shipments on delete cascade,
  sscc char(18) not null unique references public.parcels on delete restrict,
  primary key (shipment_id, sscc)
);

create table transport.tracking_events (
  shipment_id uuid not null references transport.shipments on delete cascade,
  at timestamptz not null,
  code varchar(8) not null,
  place text,
  raw jsonb,
  primary key (shipment_id, at, code)
);

create table returns (
  return_id bigint generated always as identity primary key,
  shipment_id uuid not null references transport.shipments on delete restrict,
  announced_on date not null default current_date,
  received_at timestamptz
);

create index returns_shipment_id_idx on returns (shipment_id);

create table return_lines (
  return_id bigint not null references returns on delete cascade,
  line_no smallint not null,
  sku sku not null references products on update cascade on delete restrict,
  quantity positive_quantity not null,
  reason text not null check (reason in ('unwanted', 'damaged', 'wrong item', 'late', 'faulty')),
  verdict text check (verdict in ('restock', 'repair', 'scrap')),
  primary key (return_id, line_no)
);

create index return_lines_sku_idx on return_lines (sku);

create unlogged table scanner_sessions (
  worker_id int primary key references workers on delete cascade,
  device text not null unique,
  opened_at timestamptz not null default now(),
  task jsonb
);

create view stock_by_product as
select b.site_code, s.sku, sum(s.quantity) as on_hand, sum(s.reserved) as reserved, sum(s.quantity - s.reserved) as free
from stock as s
join bins as b using (bin_id)
group by b.site_code, s.sku;

create view to_refill as
select r.site_code, r.sku, r.bin_id, r.refill_to - coalesce(s.quantity, 0) as wanted, p.free
from slotting_rules as r
left join stock as s using (bin_id, sku)
join stock_by_product as p using (site_code, sku)
where coalesce(s.quantity, 0) < r.refill_below;

create view expiring_lots as
select l.sku, l.lot, l.best_before, b.label, s.quantity
from lots as l
join stock as s using (sku, lot)
join bins as b using (bin_id)
where l.best_before < current_date + 30 and s.quantity > 0;

create materialized view product_turnover as
select sku, date_trunc('week', moved_at at time zone 'UTC')::date as week, sum(quantity) as picked
from stock_moves
where kind = 'pick'
group by 1, 2;

create unique index product_turnover_key on product_turnover (sku, week);

-- The weight that a carrier charges for: what is large counts as heavy.
create function transport.volumetric_weight_g(size public.dimensions) returns int
language sql immutable
return round(((size).length_mm::numeric * (size).width_mm * (size).height_mm) / 5000)::int;

insert into units (unit, name, base_unit, factor) values
  ('pc', 'piece', null, 1),
  ('doz', 'dozen', 'pc', 12),
  ('g', 'gram', null, 1),
  ('kg', 'kilogram', 'g', 1000);
