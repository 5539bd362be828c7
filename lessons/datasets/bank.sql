-- Schema: Bank. Customers, accounts, a double-entry ledger, payments, cards, loans and compliance.
--
-- The ledger is the centre: a journal entry has postings, and the postings of an entry add up to nothing in each
-- currency. A deferred constraint trigger sees to it when the transaction ends, for in between it cannot hold.
-- Nothing in the ledger is ever changed or deleted: a mistake is reversed by another entry. So keys to it restrict,
-- and there is hardly a cascade in this whole file.
--
-- Seven schemas, by office: `ref` (what the world defines), `party` (who), `ledger` (what is booked), `pay` (what
-- moves), `lending`, `risk`, which may read all and writes only its own, and `archive`, where old partitions stand.

create schema ref;
create schema party;
create schema ledger;
create schema pay;
create schema lending;
create schema risk;
create schema archive;

comment on schema ledger is 'Append only.';

create domain ref.iban as varchar(34)
  constraint iban_has_country_and_digits check (value ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$');

create domain ref.bic as varchar(11)
  check (value ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$');

create domain ref.money as numeric(19, 4);

create domain ref.positive_money as ref.money
  check (value > 0);

create domain ref.interest_rate as numeric(7, 6)
  check (value > -1 and value < 1);

create type party.party_kind as enum ('person', 'organisation');
create type ledger.account_class as enum ('asset', 'liability', 'equity', 'income', 'expense');
create type ledger.account_status as enum ('pending', 'open', 'blocked', 'dormant', 'closed');
create type pay.payment_status as enum ('draft', 'authorised', 'sent', 'settled', 'returned', 'rejected');
create type pay.money_of_currency as (amount numeric(19, 4), currency char(3));
create type lending.rate_range as range (subtype = numeric);
create type risk.alert_level as enum ('info', 'review', 'block');

create sequence ledger.entry_number_seq as bigint start with 1 increment by 1 no cycle;
create sequence pay.batch_number_seq as integer minvalue 1 maxvalue 999999 cycle;

-- What the world defines --------------------------------------------------------------------------

create table ref.countries (
  country_code char(2) primary key check (country_code ~ '^[A-Z]{2}$'),
  name text not null unique,
  is_sanctioned boolean not null default false
);

create table ref.currencies (
  currency char(3) primary key check (currency ~ '^[A-Z]{3}$'),
  name text not null unique,
  decimals smallint not null default 2 check (decimals between 0 and 4)
);

create table ref.exchange_rates (
  base char(3) not null references ref.currencies on update cascade on delete restrict,
  quote char(3) not null references ref.currencies on update cascade on delete restrict,
  day date not null,
  rate numeric(18, 8) not null check (rate > 0),
  inverse numeric generated always as (round(1 / rate, 8)) virtual,
  primary key (base, quote, day),
  check (base <> quote)
);

create index exchange_rates_quote_idx on ref.exchange_rates (quote, day desc) include (rate);

create table ref.bank_holidays (
  country_code char(2) not null references ref.countries on update cascade on delete cascade,
  day date not null,
  name text not null,
  primary key (country_code, day)
);

create table ref.banks (
  bic ref.bic primary key,
  name text not null,
  country_code char(2) not null references ref.countries on update cascade on delete restrict,
  correspondent ref.bic references ref.banks on update cascade on delete set null
);

create index banks_country_code_idx on ref.banks (country_code);
create index banks_correspondent_idx on ref.banks (correspondent);

create table ref.reference_interest (
  index_name varchar(16) not null,
  day date not null,
  rate ref.interest_rate not null,
  primary key (index_name, day)
);

-- Who ---------------------------------------------------------------------------------------------

create table party.branches (
  branch_id smallint generated always as identity primary key,
  sort_code char(6) not null unique check (sort_code ~ '^[0-9]{6}$'),
  name text not null,
  country_code char(2) not null references ref.countries on update cascade on delete restrict,
  manager_id int
);

create table party.employees (
  employee_id int generated always as identity primary key,
  branch_id smallint not null,
  manager_id int,
  name text not null,
  approval_limit ref.money not null default 0 check (approval_limit >= 0),
  left_on date,
  constraint employees_branch_fkey foreign key (branch_id) references party.branches
    on delete restrict deferrable initially deferred,
  constraint employees_manager_fkey foreign key (manager_id) references party.employees on delete set null,
  check (manager_id <> employee_id)
);

alter table party.branches
  add constraint branches_manager_fkey foreign key (manager_id) references party.employees
  on delete set null deferrable initially deferred;

create index branches_country_code_idx on party.branches (country_code);
create index branches_manager_id_idx on party.branches (manager_id);
create index employees_branch_id_idx on party.employees (branch_id);
create index employees_manager_id_idx on party.employees (manager_id);

create table party.parties (
  party_id bigint generated always as identity (start with 10000001) primary key,
  kind party.party_kind not null,
  display_name text not null,
  since date not null default current_date,
  adviser_id int references party.employees on delete set null,
  -- The parts below say their kind too, and refer to both: a person can never become an organisation.
  unique (party_id, kind)
);

create index parties_adviser_id_idx on party.parties (adviser_id);
create index parties_display_name_idx on party.parties (lower(display_name) text_pattern_ops);

create table party.persons (
  party_id bigint primary key,
  kind party.party_kind not null default 'person' check (kind = 'person'),
  given_names text not null,
  family_name text not null,
  born_on date not null,
  citizenship char(2) not null references ref.countries on update cascade on delete restrict,
  tax_number text,
  foreign key (party_id, kind) references party.parties (party_id, kind) on delete restrict,
  unique (citizenship, tax_number)
);

create table party.organisations (
  party_id bigint primary key,
  kind party.party_kind not null default 'organisation' check (kind = 'organisation'),
  registered_name text not null,
  registration_number text not null,
  country_code char(2) not null references ref.countries on update cascade on delete restrict,
  legal_entity_id char(20) unique check (legal_entity_id ~ '^[A-Z0-9]{18}[0-9]{2}$'),
  foreign key (party_id, kind) references party.parties (party_id, kind) on delete restrict,
  unique (country_code, registration_number)
);

create table party.ownerships (
  owner_id bigint not null references party.parties on delete restrict,
  organisation_id bigint not null references party.organisations on delete restrict,
  valid daterange not null,
  share numeric(5, 4) not null check (share > 0 and share <= 1),
  is_beneficial boolean generated always as (share >= 0.25) stored,
  primary key (owner_id, organisation_id, valid),
  check (owner_id <> organisation_id),
  exclude using gist (
    int8range(owner_id, owner_id, '[]') with &&,
    int8range(organisation_id, organisation_id, '[]') with &&,
    valid with &&
  )
);

create index ownerships_organisation_id_idx on party.ownerships (organisation_id);

create table party.addresses (
  party_id bigint not null references party.parties on delete restrict,
  kind text not null check (kind in ('legal', 'mailing', 'tax')),
  valid daterange not null default daterange(current_date, null),
  line_1 text not null,
  line_2 text,
  city text not null,
  postcode text,
  country_code char(2) not null references ref.countries on update cascade on delete restrict,
  primary key (party_id, kind, valid)
);

create unique index addresses_current_key on party.addresses (party_id, kind) where upper_inf(valid);
create index addresses_country_code_idx on party.addresses (country_code);

create table party.contact_points (
  contact_id bigint generated always as identity primary key,
  party_id bigint not null references party.parties on delete restrict,
  kind text not null check (kind in ('email', 'mobile', 'phone')),
  value text not null,
  verified_at timestamptz,
  is_preferred boolean not null default false,
  unique (party_id, kind, value)
);

create unique index contact_points_preferred_key on party.contact_points (party_id) where is_preferred;

create table party.identity_documents (
  document_id uuid primary key default gen_random_uuid(),
  party_id bigint not null references party.persons on delete restrict,
  kind text not null check (kind in ('passport', 'identity card', 'residence permit')),
  number text not null,
  country_code char(2) not null references ref.countries on update cascade on delete restrict,
  expires_on date not null,
  seen_by_id int references party.employees on delete set null,
  scan_sha256 bytea check (octet_length(scan_sha256) = 32),
  unique (country_code, kind, number)
);

create index identity_documents_party_id_idx on party.identity_documents (party_id);
create index identity_documents_seen_by_id_idx on party.identity_documents (seen_by_id);

-- What is booked ----------------------------------------------------------------------------------

create table ledger.chart_of_accounts (
  code varchar(10) primary key check (code ~ '^[0-9]{4,10}$'),
  parent_code varchar(10) references ledger.chart_of_accounts on update cascade on delete restrict,
  name text not null,
  class ledger.account_class not null,
  is_posting boolean not null default true
);

create index chart_of_accounts_parent_code_idx on ledger.chart_of_accounts (parent_code);

create table ledger.products (
  product_code varchar(12) primary key,
  name text not null unique,
  chart_code varchar(10) not null references ledger.chart_of_accounts on update cascade on delete restrict,
  minimum_balance ref.money not null default 0,
  sold daterange not null default daterange(current_date, null)
);

create index products_chart_code_idx on ledger.products (chart_code);

create table ledger.product_rates (
  product_code varchar(12) not null references ledger.products on update cascade on delete restrict,
  from_day date not null,
  from_balance ref.money not null default 0,
  rate ref.interest_rate not null,
  primary key (product_code, from_day, from_balance)
);

create table ledger.accounts (
  account_id bigint generated always as identity primary key,
  chart_code varchar(10) not null references ledger.chart_of_accounts on update cascade on delete restrict,
  product_code varchar(12) references ledger.products on update cascade on delete restrict,
  currency char(3) not null references ref.currencies on update restrict on delete restrict,
  iban ref.iban unique,
  status ledger.account_status not null default 'pending',
  overdraft_limit ref.money not null default 0 check (overdraft_limit >= 0),
  opened_on date,
  closed_on date,
  -- Postings refer to both, so that none is in another currency than its account.
  constraint accounts_currency_key unique (account_id, currency),
  check (closed_on >= opened_on),
  check ((status = 'closed') = (closed_on is not null)),
  -- The bank's own accounts have no product and no IBAN.
  check ((product_code is null) = (iban is null))
);

create index accounts_chart_code_idx on ledger.accounts (chart_code);
create index accounts_product_code_idx on ledger.accounts (product_code);
create index accounts_currency_idx on ledger.accounts (currency);

create table ledger.account_holders (
  account_id bigint not null references ledger.accounts on delete restrict,
  party_id bigint not null references party.parties on delete restrict,
  role text not null default 'owner' check (role in ('owner', 'joint owner', 'signatory', 'heir')),
  signing_limit ref.positive_money,
  primary key (account_id, party_id)
);

create unique index account_holders_owner_key on ledger.account_holders (account_id) where role = 'owner';
create index account_holders_party_id_idx on ledger.account_holders (party_id);

create table ledger.periods (
  period daterange primary key,
  closed_at timestamptz,
  closed_by_id int references party.employees on delete restrict,
  check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  check ((closed_at is null) = (closed_by_id is null)),
  exclude using gist (period with &&)
);

create index periods_closed_by_id_idx on ledger.periods (closed_by_id);

create table ledger.entries (
  entry_id bigint primary key default nextval('ledger.entry_number_seq'),
  booked_on date not null default current_date,
  value_date date not null default current_date,
  text text not null,
  origin text not null check (origin in ('payment', 'card', 'fee', 'interest', 'loan', 'manual', 'reversal')),
  idempotency_key uuid not null unique,
  reverses_id bigint unique references ledger.entries on delete restrict,
  booked_by_id int references party.employees on delete restrict,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((origin = 'reversal') = (reverses_id is not null)),
  check (reverses_id < entry_id)
);

alter sequence ledger.entry_number_seq owned by ledger.entries.entry_id;

create index entries_booked_on_idx on ledger.entries using brin (booked_on);
create index entries_booked_by_id_idx on ledger.entries (booked_by_id);

create table ledger.postings (
  account_id bigint not null,
  entry_id bigint not null references ledger.entries on delete restrict,
  posting_no smallint not null check (posting_no > 0),
  currency char(3) not null,
  amount ref.money not null check (amount <> 0),
  side char(1) generated always as (case when amount > 0 then 'D' else 'C' end) stored,
  primary key (account_id, entry_id, posting_no),
  constraint postings_account_fkey foreign key (account_id, currency)
    references ledger.accounts (account_id, currency) on update restrict on delete restrict
) partition by hash (account_id);

comment on column ledger.postings.amount is 'Debit above zero, credit below.';

create table ledger.postings_0 partition of ledger.postings for values with (modulus 4, remainder 0);
create table ledger.postings_1 partition of ledger.postings for values with (modulus 4, remainder 1);
create table ledger.postings_2 partition of ledger.postings for values with (modulus 4, remainder 2);
create table ledger.postings_3 partition of ledger.postings for values with (modulus 4, remainder 3);

create index postings_entry_id_idx on ledger.postings (entry_id) include (currency, amount);

create function ledger.check_entry_balances() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from ledger.postings where entry_id = new.entry_id group by currency having sum(amount) <> 0
  ) then
    raise exception 'the postings of entry % do not add up to zero', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create constraint trigger postings_balance after insert on ledger.postings
  deferrable initially deferred
  for each row execute function ledger.check_entry_balances();

create function ledger.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception '% is append only', tg_table_name using errcode = 'restrict_violation', hint = 'Book a reversal.';
end
$$;

create trigger entries_append_only before update or delete on ledger.entries
  for each row execute function ledger.refuse_change();
create trigger postings_append_only before update or delete on ledger.postings
  for each row execute function ledger.refuse_change();

create table ledger.daily_balances (
  account_id bigint not null references ledger.accounts on delete restrict,
  day date not null,
  balance ref.money not null,
  primary key (account_id, day)
) partition by range (day);

create table archive.daily_balances_2024 partition of ledger.daily_balances
  for values from ('2024-01-01') to ('2025-01-01');
create table ledger.daily_balances_2025 partition of ledger.daily_balances
  for values from ('2025-01-01') to ('2026-01-01');
create table ledger.daily_balances_2026 partition of ledger.daily_balances
  for values from ('2026-01-01') to ('2027-01-01');

-- Nobody asks for one account's balance of long ago, but auditors read whole weeks.
create index daily_balances_2024_day_idx on archive.daily_balances_2024 using brin (day);

create table ledger.holds (
  hold_id uuid primary key default uuidv7(),
  account_id bigint not null references ledger.accounts on delete restrict,
  amount ref.positive_money not null,
  reason text not null,
  expires_at timestamptz not null,
  released_at timestamptz
);

create index holds_account_id_idx on ledger.holds (account_id) include (amount, released_at);

-- What moves --------------------------------------------------------------------------------------

create table pay.schemes (
  scheme varchar(10) primary key,
  currency char(3) not null references ref.currencies on update cascade on delete restrict,
  cut_off time not null,
  most ref.positive_money
);

create index schemes_currency_idx on pay.schemes (currency);

create table pay.beneficiaries (
  beneficiary_id bigint generated always as identity primary key,
  party_id bigint not null references party.parties on delete cascade,
  iban ref.iban not null,
  bic ref.bic references ref.banks on update cascade on delete set null,
  name text not null,
  unique (party_id, iban)
);

create index beneficiaries_bic_idx on pay.beneficiaries (bic);

create table pay.mandates (
  creditor_id varchar(35) not null,
  mandate_reference varchar(35) not null,
  account_id bigint not null references ledger.accounts on delete restrict,
  signed_on date not null,
  revoked_on date,
  primary key (creditor_id, mandate_reference),
  check (revoked_on >= signed_on)
);

create index mandates_account_id_idx on pay.mandates (account_id);

create table pay.standing_orders (
  standing_order_id bigint generated always as identity primary key,
  account_id bigint not null references ledger.accounts on delete restrict,
  beneficiary_id bigint not null references pay.beneficiaries on delete restrict,
  amount ref.positive_money not null,
  every interval not null default interval '1 month' check (every >= interval '1 week'),
  runs daterange not null,
  reference varchar(140)
);

create index standing_orders_account_id_idx on pay.standing_orders (account_id);
create index standing_orders_beneficiary_id_idx on pay.standing_orders (beneficiary_id);

create table pay.batches (
  scheme varchar(10) not null references pay.schemes on update cascade on delete restrict,
  day date not null,
  batch_number int not null default nextval('pay.batch_number_seq'),
  sent_at timestamptz,
  primary key (scheme, day, batch_number)
);

create table pay.payments (
  payment_id uuid primary key default uuidv7(),
  account_id bigint not null references ledger.accounts on delete restrict,
  beneficiary_id bigint references pay.beneficiaries on delete set null,
  standing_order_id bigint references pay.standing_orders on delete set null,
  mandate_creditor_id varchar(35),
  mandate_reference varchar(35),
  scheme varchar(10) not null,
  batch_day date,
  batch_number int,
  amount ref.positive_money not null,
  currency char(3) not null references ref.currencies on update cascade on delete restrict,
  counter_iban ref.iban not null,
  counter_name varchar(70) not null,
  reference varchar(140),
  status pay.payment_status not null default 'draft',
  entry_id bigint unique references ledger.entries on delete restrict,
  created_at timestamptz not null default now(),
  foreign key (scheme) references pay.schemes on update cascade on delete restrict,
  foreign key (mandate_creditor_id, mandate_reference) references pay.mandates match full
    on update cascade on delete restrict,
  foreign key (scheme, batch_day, batch_number) references pay.batches
    on update cascade on delete set null (batch_day, batch_number),
  check (status not in ('settled', 'returned') or entry_id is not null)
);

create index payments_account_id_idx on pay.payments (account_id, created_at desc);
create index payments_beneficiary_id_idx on pay.payments (beneficiary_id);
create index payments_standing_order_id_idx on pay.payments (standing_order_id);
create index payments_mandate_idx on pay.payments (mandate_creditor_id, mandate_reference);
create index payments_batch_idx on pay.payments (scheme, batch_day, batch_number);
create index payments_currency_idx on pay.payments (currency);
create index payments_unsent_idx on pay.payments (created_at) where status = 'authorised';
create index payments_counter_iban_idx on pay.payments using hash (counter_iban);

create table pay.authorisations (
  payment_id uuid not null references pay.payments on delete cascade,
  party_id bigint not null references party.parties on delete restrict,
  authorised_at timestamptz not null default now(),
  factor text not null check (factor in ('app', 'token', 'branch')),
  primary key (payment_id, party_id)
);

create index authorisations_party_id_idx on pay.authorisations (party_id);

create table pay.fees (
  fee_code varchar(12) primary key,
  name text not null,
  price pay.money_of_currency not null,
  check ((price).amount >= 0)
);

create table pay.charged_fees (
  payment_id uuid not null references pay.payments on delete restrict,
  fee_code varchar(12) not null references pay.fees on update cascade on delete restrict,
  amount ref.positive_money not null,
  primary key (payment_id, fee_code)
);

create index charged_fees_fee_code_idx on pay.charged_fees (fee_code);

create table pay.cards (
  card_id uuid primary key default gen_random_uuid(),
  account_id bigint not null,
  party_id bigint not null,
  pan_token char(32) not null unique,
  last_digits char(4) not null check (last_digits ~ '^[0-9]{4}$'),
  expires_on date not null,
  blocked_at timestamptz,
  replaces_id uuid unique references pay.cards on delete set null,
  -- Cards are for those who hold the account.
  foreign key (account_id, party_id) references ledger.account_holders on delete restrict
);

create index cards_holder_idx on pay.cards (account_id, party_id);

create table pay.card_limits (
  card_id uuid not null references pay.cards on delete cascade,
  kind text not null check (kind in ('cash', 'purchase', 'online')),
  per interval not null,
  amount ref.positive_money not null,
  primary key (card_id, kind, per)
);

create table pay.merchants (
  merchant_id varchar(15) primary key,
  name text not null,
  category char(4) not null check (category ~ '^[0-9]{4}$'),
  country_code char(2) not null references ref.countries on update cascade on delete restrict
);

create index merchants_country_code_idx on pay.merchants (country_code);

create table pay.card_authorisations (
  authorisation_id uuid primary key default uuidv7(),
  card_id uuid not null references pay.cards on delete restrict,
  merchant_id varchar(15) references pay.merchants on update cascade on delete set null,
  hold_id uuid unique references ledger.holds on delete set null,
  amount ref.positive_money not null,
  currency char(3) not null references ref.currencies on update cascade on delete restrict,
  response char(2) not null,
  entry_id bigint references ledger.entries on delete restrict,
  at timestamptz not null default now()
);

create index card_authorisations_card_id_idx on pay.card_authorisations (card_id, at desc);
create index card_authorisations_merchant_id_idx on pay.card_authorisations (merchant_id);
create index card_authorisations_currency_idx on pay.card_authorisations (currency);
create index card_authorisations_entry_id_idx on pay.card_authorisations (entry_id);

-- Lending -----------------------------------------------------------------------------------------

create table lending.loan_products (
  loan_product varchar(12) primary key,
  name text not null unique,
  terms_months int4range not null,
  rates lending.rate_range not null,
  most ref.positive_money not null
);

create table lending.applications (
  application_id uuid primary key default uuidv7(),
  party_id bigint not null references party.parties on delete restrict,
  loan_product varchar(12) not null references lending.loan_products on update cascade on delete restrict,
  amount ref.positive_money not null,
  months smallint not null check (months > 0),
  answers jsonb not null default '{}',
  applied_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by_id int references party.employees on delete restrict,
  is_approved boolean,
  check (num_nulls(decided_at, is_approved) in (0, 2))
);

create index applications_party_id_idx on lending.applications (party_id);
create index applications_loan_product_idx on lending.applications (loan_product);
create index applications_decided_by_id_idx on lending.applications (decided_by_id);
create index applications_answers_idx on lending.applications using gin (answers jsonb_path_ops);

create table lending.loans (
  account_id bigint primary key references ledger.accounts on delete restrict,
  application_id uuid not null unique references lending.applications on delete restrict,
  principal ref.positive_money not null,
  rate ref.interest_rate not null,
  index_name varchar(16),
  margin ref.interest_rate,
  paid_out_on date,
  months smallint not null check (months > 0),
  check (num_nulls(index_name, margin) in (0, 2))
);

create table lending.instalments (
  account_id bigint not null references lending.loans on delete restrict,
  instalment_no smallint not null check (instalment_no > 0),
  due_on date not null,
  principal ref.money not null check (principal >= 0),
  interest ref.money not null check (interest >= 0),
  total numeric(20, 4) generated always as (principal + interest) stored,
  primary key (account_id, instalment_no),
  unique (account_id, due_on)
);

create table lending.repayments (
  account_id bigint not null,
  instalment_no smallint not null,
  entry_id bigint not null references ledger.entries on delete restrict,
  amount ref.positive_money not null,
  primary key (account_id, instalment_no, entry_id),
  foreign key (account_id, instalment_no) references lending.instalments on delete restrict
);

create index repayments_entry_id_idx on lending.repayments (entry_id);

create table lending.collaterals (
  collateral_id bigint generated always as identity primary key,
  kind text not null check (kind in ('property', 'vehicle', 'deposit', 'guarantee')),
  owner_id bigint not null references party.parties on delete restrict,
  description text not null,
  value ref.positive_money not null,
  valued_on date not null
);

create index collaterals_owner_id_idx on lending.collaterals (owner_id);

create table lending.loan_collaterals (
  account_id bigint not null references lending.loans on delete restrict,
  collateral_id bigint not null references lending.collaterals on delete restrict,
  rank smallint not null default 1 check (rank > 0),
  primary key (account_id, collateral_id),
  unique (collateral_id, rank) deferrable initially immediate
);

-- Risk --------------------------------------------------------------------------------------------

create table risk.watchlists (
  watchlist_id smallint generated always as identity primary key,
  name text not null unique,
  refreshed_at timestamptz
);

create table risk.watchlist_names (
  watchlist_id smallint not null references risk.watchlists on delete cascade,
  entry_key text not null,
  names text[] not null check (cardinality(names) > 0),
  country_code char(2) references ref.countries on update cascade on delete set null,
  primary key (watchlist_id, entry_key)
);

create index watchlist_names_names_idx on risk.watchlist_names using gin (names);
create index watchlist_names_country_code_idx on risk.watchlist_names (country_code);

create table risk.ratings (
  party_id bigint not null references party.parties on delete restrict,
  rated_at timestamptz not null default now(),
  score smallint not null check (score between 1 and 22),
  model varchar(20) not null,
  primary key (party_id, rated_at)
);

create table risk.alerts (
  alert_id bigint generated always as identity primary key,
  level risk.alert_level not null,
  party_id bigint references party.parties on delete restrict,
  payment_id uuid references pay.payments on delete restrict,
  watchlist_id smallint,
  entry_key text,
  raised_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by_id int references party.employees on delete restrict,
  foreign key (watchlist_id, entry_key) references risk.watchlist_names match full on update cascade on delete restrict,
  check (num_nonnulls(party_id, payment_id) >= 1),
  check (num_nulls(closed_at, closed_by_id) in (0, 2))
);

create index alerts_party_id_idx on risk.alerts (party_id);
create index alerts_payment_id_idx on risk.alerts (payment_id);
create index alerts_watchlist_entry_idx on risk.alerts (watchlist_id, entry_key);
create index alerts_open_idx on risk.alerts (level, raised_at) where closed_at is null;
create index alerts_closed_by_id_idx on risk.alerts (closed_by_id);

create table risk.limits (
  limit_id int generated always as identity primary key,
  party_id bigint references party.parties on delete cascade,
  country_code char(2) references ref.countries on update cascade on delete cascade,
  currency char(3) not null references ref.currencies on update cascade on delete restrict,
  exposure ref.positive_money not null,
  constraint limits_one_per_target unique nulls not distinct (party_id, country_code, currency),
  check (num_nonnulls(party_id, country_code) = 1)
);

create index limits_country_code_idx on risk.limits (country_code);
create index limits_currency_idx on risk.limits (currency);

create view ledger.balances as
select a.account_id, a.currency, a.chart_code, coalesce(sum(p.amount), 0) as balance
from ledger.accounts as a
left join ledger.postings as p using (account_id, currency)
group by a.account_id, a.currency, a.chart_code;

create view ledger.trial_balance as
select
  c.class,
  b.chart_code,
  c.name,
  b.currency,
  sum(b.balance) filter (where b.balance > 0) as debit,
  -sum(b.balance) filter (where b.balance < 0) as credit
from ledger.balances as b
join ledger.chart_of_accounts as c on c.code = b.chart_code
group by c.class, b.chart_code, c.name, b.currency;

create view ledger.available as
select b.account_id, b.currency, -b.balance + a.overdraft_limit - coalesce(h.held, 0) as available
from ledger.balances as b
join ledger.accounts as a using (account_id)
left join (
  select account_id, sum(amount) as held from ledger.holds where released_at is null group by account_id
) as h using (account_id);

create materialized view risk.exposures as
select h.party_id, l.currency, sum(b.balance) as exposure
from lending.loans
join ledger.accounts as l using (account_id)
join ledger.account_holders as h using (account_id)
join ledger.balances as b using (account_id)
group by h.party_id, l.currency;

create unique index exposures_key on risk.exposures (party_id, currency);

create procedure ledger.book(
  text text, origin text, key uuid, debit_account bigint, credit_account bigint, amount numeric, currency char(3)
)
language plpgsql
as $$
declare
  entry bigint;
begin
  insert into ledger.entries (text, origin, idempotency_key) values (text, origin, key) returning entry_id into entry;
  insert into ledger.postings (account_id, entry_id, posting_no, currency, amount)
  values (debit_account, entry, 1, currency, amount), (credit_account, entry, 2, currency, -amount);
end
$$;

insert into ref.currencies values ('EUR', 'Euro', 2), ('USD', 'US dollar', 2), ('JPY', 'Yen', 0);
insert into ref.countries values ('DE', 'Germany', false), ('FR', 'France', false), ('US', 'United States', false);

insert into ledger.chart_of_accounts (code, parent_code, name, class, is_posting) values
  ('1000', null, 'Cash and reserves', 'asset', true),
  ('1200', null, 'Loans to customers', 'asset', true),
  ('2000', null, 'Deposits', 'liability', false),
  ('2010', '2000', 'Current accounts', 'liability', true),
  ('2020', '2000', 'Savings', 'liability', true),
  ('3000', null, 'Equity', 'equity', true),
  ('4000', null, 'Interest and fees earned', 'income', true),
  ('5000', null, 'Interest paid', 'expense', true);
