-- Schema: Library. Catalogue, copies, loans and holds, acquisitions, serials, and loans between libraries.
--
-- Four schemas, one for each office: `catalogue` describes what exists, `circulation` what is lent to whom, `stock`
-- what is bought and where it stands, `interlibrary` what is borrowed from other libraries and lent to them. Each
-- office may refer to the catalogue; nothing in the catalogue knows about a loan.
--
-- A work is what an author made, an edition is how it was published, a copy is the one in your hands: a hold is
-- placed on a work or an edition, a loan is of a copy.

create schema catalogue;
create schema stock;
create schema circulation;
create schema interlibrary;

comment on schema catalogue is 'What exists, whoever owns it.';

-- Whether the last digit of an ISBN is the one that the others ask for: a slip of the fingers is found at once.
create function catalogue.isbn_adds_up(isbn text) returns boolean
language sql immutable strict
return (
  select sum(substr(isbn, n, 1)::int * case n % 2 when 1 then 1 else 3 end) % 10 = 0
  from generate_series(1, 13) as n
);

create domain catalogue.isbn13 as char(13)
  constraint isbn13_is_digits check (value ~ '^97[89][0-9]{10}$')
  constraint isbn13_adds_up check (value !~ '^[0-9]{13}$' or catalogue.isbn_adds_up(value::text));

create domain catalogue.issn as char(9)
  check (value ~ '^[0-9]{4}-[0-9]{3}[0-9X]$');

-- Shelved byte by byte, as the labels were printed, whatever the database thinks of capitals.
create domain stock.call_number as text collate "C"
  check (value <> '');

create domain circulation.fine_amount as numeric(8, 2)
  not null default 0
  check (value >= 0);

create type catalogue.carrier as enum ('print', 'large print', 'audio', 'video', 'e-book', 'map', 'score', 'object');
create type stock.copy_condition as enum ('new', 'good', 'worn', 'damaged');
create type circulation.hold_status as enum ('waiting', 'in transit', 'ready', 'collected', 'expired', 'cancelled');
create type interlibrary.direction as enum ('borrow', 'lend');
create type interlibrary.request_status as enum ('new', 'sent', 'shipped', 'received', 'returned', 'closed', 'refused');

-- Catalogue ---------------------------------------------------------------------------------------

create table catalogue.languages (
  code char(3) primary key check (code = lower(code)),
  name text not null unique
);

create table catalogue.agents (
  agent_id bigint generated always as identity primary key,
  kind text not null check (kind in ('person', 'family', 'organisation')),
  preferred_name text not null,
  lifespan int4range,
  viaf_id text unique
);

create index agents_preferred_name_idx on catalogue.agents (preferred_name);

create table catalogue.agent_names (
  agent_id bigint not null references catalogue.agents on delete cascade,
  name text not null,
  language char(3) references catalogue.languages on update cascade on delete set null,
  primary key (agent_id, name)
);

create index agent_names_name_idx on catalogue.agent_names (lower(name) text_pattern_ops);
create index agent_names_language_idx on catalogue.agent_names (language);

create table catalogue.works (
  work_id bigint generated always as identity primary key,
  title text not null,
  original_language char(3) references catalogue.languages on update cascade on delete restrict,
  first_published smallint,
  part_of_id bigint references catalogue.works on delete set null,
  summary text,
  words tsvector generated always as (to_tsvector('simple', title || ' ' || coalesce(summary, ''))) stored,
  check (part_of_id <> work_id)
);

create index works_words_idx on catalogue.works using gin (words);
create index works_part_of_id_idx on catalogue.works (part_of_id);
create index works_original_language_idx on catalogue.works (original_language);

create table catalogue.roles (
  code char(3) primary key,
  name text not null unique
);

create table catalogue.contributions (
  work_id bigint not null references catalogue.works on delete cascade,
  agent_id bigint not null references catalogue.agents on delete restrict,
  role char(3) not null default 'aut' references catalogue.roles on update cascade on delete set default,
  position smallint not null default 1 check (position > 0),
  primary key (work_id, agent_id, role)
);

create index contributions_agent_id_idx on catalogue.contributions (agent_id);
create index contributions_role_idx on catalogue.contributions (role);

create table catalogue.publishers (
  publisher_id int generated always as identity primary key,
  name text not null,
  place text,
  unique nulls not distinct (name, place)
);

create table catalogue.editions (
  edition_id bigint generated always as identity primary key,
  work_id bigint not null references catalogue.works on delete restrict,
  publisher_id int references catalogue.publishers on delete set null,
  language char(3) not null references catalogue.languages on update cascade on delete restrict,
  carrier catalogue.carrier not null default 'print',
  isbn catalogue.isbn13 unique,
  statement text,
  published smallint check (published between 1450 and 2100),
  pages smallint check (pages > 0),
  running_minutes smallint check (running_minutes > 0),
  check (pages is null or running_minutes is null)
);

create index editions_work_id_idx on catalogue.editions (work_id);
create index editions_publisher_id_idx on catalogue.editions (publisher_id);
create index editions_language_idx on catalogue.editions (language, carrier);

create table catalogue.translations (
  edition_id bigint primary key references catalogue.editions on delete cascade,
  from_language char(3) not null references catalogue.languages on update cascade on delete restrict,
  translator_id bigint references catalogue.agents on delete set null
);

create index translations_from_language_idx on catalogue.translations (from_language);
create index translations_translator_id_idx on catalogue.translations (translator_id);

create table catalogue.subjects (
  subject_id int generated always as identity primary key,
  parent_id int references catalogue.subjects on delete cascade,
  heading text not null,
  unique nulls not distinct (parent_id, heading)
);

create table catalogue.subject_relations (
  subject_id int not null references catalogue.subjects on delete cascade,
  related_id int not null references catalogue.subjects on delete cascade,
  primary key (subject_id, related_id),
  check (subject_id < related_id)
);

create index subject_relations_related_id_idx on catalogue.subject_relations (related_id);

create table catalogue.work_subjects (
  work_id bigint not null references catalogue.works on delete cascade,
  subject_id int not null references catalogue.subjects on delete restrict,
  primary key (work_id, subject_id)
);

create index work_subjects_subject_id_idx on catalogue.work_subjects (subject_id);

create table catalogue.classes (
  ddc varchar(12) primary key check (ddc ~ '^[0-9]{3}(\.[0-9]+)?$'),
  caption text not null,
  broader varchar(12) references catalogue.classes on update cascade on delete restrict
);

create index classes_broader_idx on catalogue.classes (broader);

create table catalogue.marc_records (
  edition_id bigint primary key references catalogue.editions on delete cascade,
  source text not null,
  record jsonb not null,
  fetched_at timestamptz not null default now()
);

create index marc_records_record_idx on catalogue.marc_records using gin (record jsonb_path_ops);

create table catalogue.serials (
  issn catalogue.issn primary key,
  work_id bigint not null unique references catalogue.works on delete restrict,
  frequency interval not null default interval '1 month',
  continues catalogue.issn unique references catalogue.serials on update cascade on delete set null
);

create table catalogue.issues (
  issn catalogue.issn not null references catalogue.serials on update cascade on delete restrict,
  volume smallint not null,
  number smallint not null,
  expected_on date,
  published_on date,
  primary key (issn, volume, number)
);

-- Stock -------------------------------------------------------------------------------------------

create table stock.branches (
  branch_code char(3) primary key check (branch_code = upper(branch_code)),
  name text not null unique,
  address text not null,
  is_mobile boolean not null default false
);

create table stock.opening_hours (
  branch_code char(3) not null references stock.branches on update cascade on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (branch_code, weekday, opens),
  check (opens < closes)
);

create table stock.closures (
  branch_code char(3) references stock.branches on update cascade on delete cascade,
  days daterange not null check (not isempty(days)),
  reason text not null,
  closure_id int generated always as identity primary key
);

comment on column stock.closures.branch_code is 'Empty where all branches are closed.';
create index closures_branch_code_idx on stock.closures (branch_code);
create index closures_days_idx on stock.closures using gist (days);

create table stock.shelves (
  branch_code char(3) not null references stock.branches on update cascade on delete restrict,
  shelf varchar(10) not null,
  classes text,
  is_open_access boolean not null default true,
  primary key (branch_code, shelf)
);

create table stock.loan_policies (
  policy_id smallint generated always as identity primary key,
  name text not null unique,
  loan_days smallint not null check (loan_days between 0 and 365),
  renewals smallint not null default 2 check (renewals >= 0),
  daily_fine circulation.fine_amount
);

create table stock.copies (
  barcode bigint primary key check (barcode between 10000000000000 and 99999999999999),
  edition_id bigint references catalogue.editions on delete restrict,
  issn catalogue.issn,
  volume smallint,
  number smallint,
  branch_code char(3) not null,
  shelf varchar(10),
  call_number stock.call_number not null,
  policy_id smallint not null references stock.loan_policies on delete restrict,
  condition stock.copy_condition not null default 'new',
  acquired_on date not null default current_date,
  withdrawn_on date,
  foreign key (issn, volume, number) references catalogue.issues match full on update cascade on delete restrict,
  foreign key (branch_code) references stock.branches on update cascade on delete restrict,
  foreign key (branch_code, shelf) references stock.shelves on update cascade on delete set null (shelf),
  -- A copy is of an edition or of an issue of a serial.
  constraint copies_one_content check (num_nonnulls(edition_id, issn) = 1),
  check (withdrawn_on >= acquired_on)
);

create index copies_edition_id_idx on stock.copies (edition_id) include (withdrawn_on);
create index copies_issue_idx on stock.copies (issn, volume, number);
create index copies_shelf_idx on stock.copies (branch_code, shelf, call_number);
create index copies_policy_id_idx on stock.copies (policy_id);

create table stock.vendors (
  vendor_id int generated always as identity primary key,
  name text not null unique,
  discount numeric(4, 3) not null default 0 check (discount >= 0 and discount < 1)
);

create table stock.funds (
  fund_code varchar(12) not null,
  fiscal_year smallint not null,
  parent_code varchar(12),
  name text not null,
  budget numeric(12, 2) not null check (budget >= 0),
  primary key (fund_code, fiscal_year),
  foreign key (parent_code, fiscal_year) references stock.funds on update cascade on delete restrict
);

create index funds_parent_idx on stock.funds (parent_code, fiscal_year);

create table stock.purchase_orders (
  order_id bigint generated always as identity primary key,
  vendor_id int not null references stock.vendors on delete restrict,
  ordered_on date not null default current_date,
  closed_on date check (closed_on >= ordered_on)
);

create index purchase_orders_vendor_id_idx on stock.purchase_orders (vendor_id);

create table stock.purchase_order_lines (
  order_id bigint not null references stock.purchase_orders on delete cascade,
  line_no smallint not null,
  edition_id bigint references catalogue.editions on delete restrict,
  free_text text,
  quantity smallint not null default 1 check (quantity > 0),
  unit_price numeric(8, 2) not null check (unit_price >= 0),
  fund_code varchar(12) not null,
  fiscal_year smallint not null,
  primary key (order_id, line_no),
  foreign key (fund_code, fiscal_year) references stock.funds on update cascade on delete restrict,
  check (edition_id is not null or free_text is not null)
);

create index purchase_order_lines_edition_id_idx on stock.purchase_order_lines (edition_id);
create index purchase_order_lines_fund_idx on stock.purchase_order_lines (fund_code, fiscal_year);

create table stock.receipts (
  order_id bigint not null,
  line_no smallint not null,
  barcode bigint not null unique references stock.copies on update cascade on delete restrict,
  received_on date not null default current_date,
  primary key (order_id, line_no, barcode),
  foreign key (order_id, line_no) references stock.purchase_order_lines on delete restrict
);

create table stock.subscriptions (
  issn catalogue.issn not null references catalogue.serials on update cascade on delete restrict,
  branch_code char(3) not null references stock.branches on update cascade on delete cascade,
  vendor_id int not null references stock.vendors on delete restrict,
  runs daterange not null,
  primary key (issn, branch_code)
);

create index subscriptions_branch_code_idx on stock.subscriptions (branch_code);
create index subscriptions_vendor_id_idx on stock.subscriptions (vendor_id);

create table stock.suggestions (
  suggestion_id bigint generated always as identity primary key,
  title text not null,
  isbn catalogue.isbn13,
  patron_id bigint,
  order_id bigint,
  line_no smallint,
  suggested_at timestamptz not null default now(),
  foreign key (order_id, line_no) references stock.purchase_order_lines match full on delete set null
);

create index suggestions_order_idx on stock.suggestions (order_id, line_no);

-- Circulation -------------------------------------------------------------------------------------

create table circulation.patron_groups (
  group_code varchar(10) primary key,
  name text not null unique,
  loan_limit smallint not null check (loan_limit between 0 and 100),
  fine_limit circulation.fine_amount
);

create table circulation.patrons (
  patron_id bigint generated always as identity primary key,
  group_code varchar(10) not null default 'adult'
    references circulation.patron_groups on update cascade on delete set default,
  guarantor_id bigint references circulation.patrons on delete restrict,
  name text not null,
  email text,
  born_on date not null,
  home_branch char(3) references stock.branches on update cascade on delete set null,
  joined_on date not null default current_date,
  expires_on date not null default current_date + 365,
  check (guarantor_id <> patron_id),
  check (expires_on > joined_on)
);

create unique index patrons_email_key on circulation.patrons (lower(email));
create index patrons_group_code_idx on circulation.patrons (group_code);
create index patrons_guarantor_id_idx on circulation.patrons (guarantor_id);
create index patrons_home_branch_idx on circulation.patrons (home_branch);

alter table stock.suggestions
  add foreign key (patron_id) references circulation.patrons on delete set null;

create index suggestions_patron_id_idx on stock.suggestions (patron_id);

create table circulation.library_cards (
  card_number char(10) primary key check (card_number ~ '^[0-9]{10}$'),
  patron_id bigint not null references circulation.patrons on delete cascade,
  issued_at timestamptz not null default now(),
  lost_at timestamptz
);

create unique index library_cards_one_valid_key on circulation.library_cards (patron_id) where lost_at is null;
create index library_cards_patron_id_idx on circulation.library_cards (patron_id);

create table circulation.patron_blocks (
  patron_id bigint not null references circulation.patrons on delete cascade,
  since timestamptz not null default now(),
  reason text not null,
  lifted_at timestamptz,
  primary key (patron_id, since)
);

create table circulation.loans (
  loan_id bigint generated always as identity primary key,
  barcode bigint not null references stock.copies on update cascade on delete restrict,
  patron_id bigint not null references circulation.patrons on delete restrict,
  lent_at timestamptz not null default now(),
  due_on date not null,
  returned_at timestamptz,
  check (returned_at >= lent_at),
  -- A copy is with one patron at a time; an open loan has no upper end.
  constraint loans_of_a_copy_do_not_overlap exclude using gist (
    int8range(barcode, barcode, '[]') with &&,
    tstzrange(lent_at, returned_at) with &&
  )
);

create unique index loans_open_key on circulation.loans (barcode) include (patron_id, due_on) where returned_at is null;
create index loans_barcode_idx on circulation.loans (barcode);
create index loans_patron_id_idx on circulation.loans (patron_id, lent_at desc);
create index loans_due_idx on circulation.loans (due_on) where returned_at is null;

create table circulation.renewals (
  loan_id bigint not null references circulation.loans on delete cascade,
  renewal_no smallint not null check (renewal_no between 1 and 10),
  renewed_at timestamptz not null default now(),
  due_on date not null,
  primary key (loan_id, renewal_no)
);

create table circulation.holds (
  hold_id bigint generated always as identity primary key,
  patron_id bigint not null references circulation.patrons on delete cascade,
  work_id bigint not null references catalogue.works on delete restrict,
  edition_id bigint references catalogue.editions on delete restrict,
  pickup_branch char(3) not null references stock.branches on update cascade on delete restrict,
  status circulation.hold_status not null default 'waiting',
  placed_at timestamptz not null default now(),
  caught_barcode bigint references stock.copies on update cascade on delete set null,
  ready_until date,
  check ((status = 'ready') <= (caught_barcode is not null))
);

create unique index holds_one_open_key on circulation.holds (patron_id, work_id)
  where status in ('waiting', 'in transit', 'ready');
create index holds_queue_idx on circulation.holds (work_id, placed_at) where status = 'waiting';
create index holds_patron_id_idx on circulation.holds (patron_id);
create index holds_work_id_idx on circulation.holds (work_id);
create index holds_edition_id_idx on circulation.holds (edition_id);
create index holds_pickup_branch_idx on circulation.holds (pickup_branch);
create index holds_caught_barcode_idx on circulation.holds (caught_barcode);

create table circulation.transfers (
  transfer_id bigint generated always as identity primary key,
  barcode bigint not null references stock.copies on update cascade on delete cascade,
  from_branch char(3) not null references stock.branches on update cascade on delete restrict,
  to_branch char(3) not null references stock.branches on update cascade on delete restrict,
  hold_id bigint references circulation.holds on delete set null,
  sent_at timestamptz not null default now(),
  arrived_at timestamptz,
  check (from_branch <> to_branch)
);

create index transfers_barcode_idx on circulation.transfers (barcode);
create index transfers_from_branch_idx on circulation.transfers (from_branch);
create index transfers_to_branch_idx on circulation.transfers (to_branch);
create index transfers_hold_id_idx on circulation.transfers (hold_id);

create table circulation.fines (
  fine_id bigint generated always as identity primary key,
  patron_id bigint not null references circulation.patrons on delete restrict,
  loan_id bigint references circulation.loans on delete set null,
  reason text not null check (reason in ('late', 'lost', 'damaged', 'card')),
  amount circulation.fine_amount,
  charged_at timestamptz not null default now()
);

create index fines_patron_id_idx on circulation.fines (patron_id);
create index fines_loan_id_idx on circulation.fines (loan_id);

create table circulation.fine_payments (
  payment_id bigint generated always as identity primary key,
  paid_at timestamptz not null default now(),
  method text not null check (method in ('cash', 'card', 'online', 'waived'))
);

create table circulation.fine_payment_parts (
  payment_id bigint not null references circulation.fine_payments on delete cascade,
  fine_id bigint not null references circulation.fines on delete restrict,
  amount circulation.fine_amount,
  primary key (payment_id, fine_id)
);

create index fine_payment_parts_fine_id_idx on circulation.fine_payment_parts (fine_id);

-- Whoever wants their history kept says so; of the others only the day and the branch remain.
create table circulation.loan_history (
  lent_on date not null,
  branch_code char(3) not null,
  work_id bigint not null,
  patron_id bigint references circulation.patrons on delete set null,
  loan_id bigint not null,
  primary key (lent_on, loan_id)
) partition by range (lent_on);

create table circulation.loan_history_before_2024 partition of circulation.loan_history
  for values from (minvalue) to ('2024-01-01');
create table circulation.loan_history_2024 partition of circulation.loan_history
  for values from ('2024-01-01') to ('2025-01-01');
create table circulation.loan_history_2025 partition of circulation.loan_history
  for values from ('2025-01-01') to ('2026-01-01');
create table circulation.loan_history_later partition of circulation.loan_history default;

create index loan_history_patron_id_idx on circulation.loan_history (patron_id);
create index loan_history_work_id_idx on circulation.loan_history (work_id, lent_on);

create table circulation.seats (
  seat_id int generated always as identity primary key,
  branch_code char(3) not null references stock.branches on update cascade on delete cascade,
  label varchar(8) not null,
  has_power boolean not null default true,
  unique (branch_code, label)
);

create table circulation.seat_bookings (
  seat_id int not null references circulation.seats on delete cascade,
  patron_id bigint not null references circulation.patrons on delete cascade,
  during tstzrange not null check (upper(during) - lower(during) <= interval '8 hours'),
  primary key (seat_id, during),
  exclude using gist (int4range(seat_id, seat_id, '[]') with &&, during with &&),
  exclude using gist (int8range(patron_id, patron_id, '[]') with &&, during with &&)
);

create index seat_bookings_patron_id_idx on circulation.seat_bookings (patron_id);

-- Between libraries -------------------------------------------------------------------------------

create table interlibrary.partners (
  isil varchar(16) primary key check (isil ~ '^[A-Z]{2}-[A-Za-z0-9/:-]{1,11}$'),
  name text not null,
  country char(2) not null,
  endpoint text,
  lends boolean not null default true
);

create table interlibrary.agreements (
  agreement_id int generated always as identity primary key,
  isil varchar(16) not null references interlibrary.partners on update cascade on delete cascade,
  valid daterange not null,
  fee_per_loan numeric(6, 2) not null default 0,
  max_open smallint check (max_open > 0)
);

create index agreements_isil_idx on interlibrary.agreements (isil);

create table interlibrary.requests (
  request_id uuid primary key default uuidv7(),
  direction interlibrary.direction not null,
  patron_id bigint references circulation.patrons on delete restrict,
  work_id bigint references catalogue.works on delete set null,
  citation text not null,
  status interlibrary.request_status not null default 'new',
  needed_by date,
  placed_at timestamptz not null default now(),
  -- We borrow for one of our patrons and lend to a library.
  check ((direction = 'borrow') = (patron_id is not null))
);

comment on column interlibrary.requests.direction is 'Seen from here: we borrow for a patron, or we lend to a partner.';
create index requests_patron_id_idx on interlibrary.requests (patron_id);
create index requests_work_id_idx on interlibrary.requests (work_id);
create index requests_open_idx on interlibrary.requests (status, placed_at) where status not in ('closed', 'refused');

create table interlibrary.request_tries (
  request_id uuid not null references interlibrary.requests on delete cascade,
  try_no smallint not null check (try_no > 0),
  isil varchar(16) not null references interlibrary.partners on update cascade on delete restrict,
  sent_at timestamptz not null default now(),
  answer text check (answer in ('will supply', 'on loan', 'not held', 'too costly')),
  primary key (request_id, try_no),
  unique (request_id, isil)
);

create index request_tries_isil_idx on interlibrary.request_tries (isil);

create table interlibrary.shipments (
  shipment_id bigint generated always as identity primary key,
  request_id uuid not null,
  try_no smallint not null,
  barcode bigint references stock.copies on update cascade on delete restrict,
  shipped_at timestamptz not null default now(),
  due_back_on date not null,
  returned_at timestamptz,
  foreign key (request_id, try_no) references interlibrary.request_tries on delete restrict
);

create index shipments_try_idx on interlibrary.shipments (request_id, try_no);
create index shipments_barcode_idx on interlibrary.shipments (barcode);

create table interlibrary.messages (
  request_id uuid not null references interlibrary.requests on delete cascade,
  message_no int not null,
  received_at timestamptz not null default now(),
  sender varchar(16) references interlibrary.partners on update cascade on delete set null,
  body jsonb not null,
  primary key (request_id, message_no)
);

create index messages_sender_idx on interlibrary.messages (sender);

-- Read by the public catalogue --------------------------------------------------------------------

create view circulation.available_copies as
select c.barcode, c.edition_id, c.branch_code, c.shelf, c.call_number
from stock.copies as c
where c.withdrawn_on is null
  and not exists (select from circulation.loans as l where l.barcode = c.barcode and l.returned_at is null)
  and not exists (select from circulation.holds as h where h.caught_barcode = c.barcode and h.status = 'ready');

create view catalogue.search_results as
select
  w.work_id,
  w.title,
  string_agg(distinct a.preferred_name, '; ') as authors,
  count(distinct e.edition_id) as editions,
  count(distinct c.barcode) as available
from catalogue.works as w
left join catalogue.contributions as k on k.work_id = w.work_id and k.role = 'aut'
left join catalogue.agents as a on a.agent_id = k.agent_id
left join catalogue.editions as e on e.work_id = w.work_id
left join circulation.available_copies as c on c.edition_id = e.edition_id
group by w.work_id, w.title;

create view circulation.balances as
select
  patron_id,
  sum(amount) as charged,
  sum((select coalesce(sum(p.amount), 0) from circulation.fine_payment_parts as p where p.fine_id = f.fine_id)) as paid
from circulation.fines as f
group by patron_id;

-- As it stands in a list of references; of the whole row, so that a query can say `citation(e)`.
create function catalogue.citation(edition catalogue.editions) returns text
language sql stable
return (
  select concat_ws(', ', w.title, (edition).statement, p.name, (edition).published::text)
  from catalogue.works as w
  left join catalogue.publishers as p on p.publisher_id = (edition).publisher_id
  where w.work_id = (edition).work_id
);

create view catalogue.reading_list as
select e.edition_id, catalogue.citation(e) as citation
from catalogue.editions as e
where exists (select from circulation.available_copies as c where c.edition_id = e.edition_id);

create materialized view catalogue.popular_works as
select work_id, count(*) as loans
from circulation.loan_history
group by work_id
with no data;

create function circulation.check_loan_limit() returns trigger
language plpgsql
as $$
declare
  lent int;
  allowed int;
begin
  select count(*) into lent from circulation.loans where patron_id = new.patron_id and returned_at is null;
  select loan_limit into allowed
  from circulation.patrons join circulation.patron_groups using (group_code)
  where patron_id = new.patron_id;
  if lent >= allowed then
    raise exception 'patron % has % of % loans', new.patron_id, lent, allowed using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger loans_limit before insert on circulation.loans
  for each row execute function circulation.check_loan_limit();

insert into catalogue.languages values
  ('eng', 'English'),
  ('fra', 'French'),
  ('jpn', 'Japanese'),
  ('und', 'undetermined');
insert into catalogue.roles values ('aut', 'author'), ('ill', 'illustrator'), ('nrt', 'narrator'), ('edt', 'editor');
insert into circulation.patron_groups values
  ('adult', 'Adults', 30, 20),
  ('child', 'Children', 15, 5),
  ('staff', 'Staff', 50, 50);
