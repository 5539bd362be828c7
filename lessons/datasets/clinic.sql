-- Schema: Clinic. Outpatient clinics: patients, appointments, encounters, prescriptions, laboratory and billing.
--
-- Everything stands in the schema `public`, as in many applications that have a database to themselves. Read it
-- from the people outward: `people` is whoever the clinic knows, and a row of `patients` or `practitioners` says in
-- which part they play (one to one, by a shared key). An appointment is a plan, an encounter is what happened.
--
-- What is medical is never deleted by a cascade: foreign keys to patients restrict. What is only a part of its
-- parent (the lines of an invoice, the observations of an encounter's draft) falls with it.

create domain email_address as text
  check (value ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$');

create domain phone_number as text
  constraint phone_number_is_e164 check (value ~ '^\+[1-9][0-9]{6,14}$');

create domain icd10_code as varchar(8)
  check (value ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$');

create domain money_amount as numeric(12, 2) not null default 0
  check (value >= 0);

create type sex_at_birth as enum ('female', 'male', 'intersex', 'unknown');
create type appointment_status as enum ('booked', 'confirmed', 'arrived', 'in room', 'finished', 'missed', 'cancelled');
create type encounter_kind as enum ('visit', 'video', 'phone', 'home', 'emergency');
create type order_priority as enum ('routine', 'urgent', 'stat');
create type invoice_status as enum ('draft', 'sent', 'paid', 'written off');
create type dosage as (amount numeric(8, 3), unit text, times_per_day smallint, note text);

-- Chart numbers are printed on paper and read over the telephone: short, and without gaps that look like a lost chart.
create sequence chart_number_seq as integer start with 100000 increment by 1 minvalue 100000 maxvalue 999999 no cycle;

create function set_updated_at() returns trigger
language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

-- Places and people -------------------------------------------------------------------------------

create table clinics (
  clinic_id int generated always as identity primary key,
  code char(3) not null unique check (code = upper(code)),
  name text not null,
  time_zone text not null default 'Europe/London',
  phone phone_number,
  opened_on date not null,
  closed_on date,
  check (closed_on > opened_on)
);

create table rooms (
  room_id int generated always as identity primary key,
  clinic_id int not null references clinics on delete restrict,
  label text not null,
  floor smallint not null default 0,
  is_accessible boolean not null default true,
  unique (clinic_id, label)
);

create table people (
  person_id bigint generated always as identity primary key,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  display_name text generated always as (coalesce(preferred_name, given_name) || ' ' || family_name) stored,
  born_on date check (born_on >= date '1880-01-01'),
  email email_address,
  mobile phone_number,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index people_name_idx on people (lower(family_name), lower(given_name));
create unique index people_email_key on people (lower(email)) where email is not null;
create trigger people_updated_at before update on people for each row execute function set_updated_at();

create table person_addresses (
  person_id bigint not null references people on delete cascade,
  address_no smallint not null check (address_no > 0),
  kind text not null default 'home' check (kind in ('home', 'work', 'temporary')),
  line_1 text not null,
  line_2 text,
  city text not null,
  postcode varchar(12) not null,
  country char(2) not null default 'GB',
  is_primary boolean not null default false,
  primary key (person_id, address_no)
);

create unique index person_addresses_one_primary_key on person_addresses (person_id) where is_primary;

create table patients (
  patient_id bigint primary key references people on delete restrict,
  chart_number int not null default nextval('chart_number_seq') unique,
  national_id varchar(20),
  sex sex_at_birth not null default 'unknown',
  blood_group varchar(3) check (blood_group in ('A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-')),
  home_clinic_id int references clinics on delete set null,
  died_on date,
  registered_on date not null default current_date,
  unique nulls distinct (national_id),
  check (died_on >= date '1900-01-01')
);

comment on table patients is 'A person in the part of a patient. Never deleted: closing an account sets no row free.';
comment on column patients.chart_number is 'What is printed on the chart; patients know it by heart.';

create index patients_home_clinic_id_idx on patients (home_clinic_id);

create table patient_relations (
  patient_id bigint not null references patients on delete restrict,
  relative_id bigint not null references people on delete restrict,
  relation text not null check (relation in ('parent', 'child', 'partner', 'sibling', 'guardian', 'carer')),
  may_consent boolean not null default false,
  is_emergency_contact boolean not null default false,
  primary key (patient_id, relative_id, relation),
  check (patient_id <> relative_id)
);

create index patient_relations_relative_id_idx on patient_relations (relative_id);

create table specialties (
  code varchar(10) primary key,
  name text not null unique,
  parent_code varchar(10) references specialties on update cascade on delete restrict
);

create index specialties_parent_code_idx on specialties (parent_code);

create table practitioners (
  practitioner_id bigint primary key references people on delete restrict,
  registration_no varchar(16) not null unique,
  profession text not null check (profession in ('physician', 'nurse', 'therapist', 'pharmacist', 'technician')),
  supervisor_id bigint references practitioners on delete set null,
  hired_on date not null,
  left_on date,
  check (left_on is null or left_on >= hired_on),
  check (supervisor_id <> practitioner_id)
);

create index practitioners_supervisor_id_idx on practitioners (supervisor_id);

create table practitioner_specialties (
  practitioner_id bigint not null references practitioners on delete cascade,
  specialty_code varchar(10) not null references specialties on update cascade on delete restrict,
  certified_on date not null,
  expires_on date,
  primary key (practitioner_id, specialty_code),
  check (expires_on > certified_on)
);

create index practitioner_specialties_specialty_code_idx on practitioner_specialties (specialty_code);

-- A clinic is led by one of its practitioners, and whoever leads must work there: two tables that need each other. The
-- deferred key lets both rows come in one transaction.
create table clinic_practitioners (
  clinic_id int not null references clinics on delete cascade,
  practitioner_id bigint not null references practitioners on delete cascade,
  days_per_week numeric(2, 1) not null check (days_per_week between 0.5 and 7),
  primary key (clinic_id, practitioner_id)
);

create index clinic_practitioners_practitioner_id_idx on clinic_practitioners (practitioner_id);

alter table clinics add column lead_practitioner_id bigint;

alter table clinics
  add constraint clinics_lead_works_there foreign key (clinic_id, lead_practitioner_id)
  references clinic_practitioners (clinic_id, practitioner_id) deferrable initially deferred;

-- Time --------------------------------------------------------------------------------------------

create table weekly_shifts (
  shift_id bigint generated always as identity primary key,
  clinic_id int not null,
  practitioner_id bigint not null,
  weekday smallint not null check (weekday between 1 and 7),
  starts_at time not null,
  ends_at time not null,
  valid daterange not null default daterange(current_date, null),
  foreign key (clinic_id, practitioner_id) references clinic_practitioners on delete cascade,
  check (starts_at < ends_at),
  check (not isempty(valid))
);

create index weekly_shifts_clinic_practitioner_idx on weekly_shifts (clinic_id, practitioner_id, weekday);

create table absences (
  absence_id bigint generated always as identity primary key,
  practitioner_id bigint not null references practitioners on delete cascade,
  during daterange not null check (not isempty(during)),
  reason text not null check (reason in ('holiday', 'sickness', 'training', 'leave')),
  -- An integer becomes a range of one, so that no extension is needed to compare it in a GiST index.
  constraint absences_do_not_overlap exclude using gist (
    int8range(practitioner_id, practitioner_id, '[]') with &&,
    during with &&
  )
);

create index absences_practitioner_id_idx on absences (practitioner_id);

create table appointment_types (
  appointment_type_id smallint generated always as identity primary key,
  name text not null unique,
  minutes smallint not null default 15 check (minutes between 5 and 240 and minutes % 5 = 0),
  specialty_code varchar(10) references specialties on update cascade on delete set null,
  can_be_booked_online boolean not null default false
);

create index appointment_types_specialty_code_idx on appointment_types (specialty_code);

create table appointments (
  appointment_id bigint generated always as identity primary key,
  patient_id bigint not null references patients on delete restrict,
  practitioner_id bigint not null references practitioners on delete restrict,
  room_id int references rooms on delete set null,
  appointment_type_id smallint not null references appointment_types on delete restrict,
  during tstzrange not null,
  status appointment_status not null default 'booked',
  booked_at timestamptz not null default now(),
  cancelled_at timestamptz,
  cancel_reason text,
  rebooked_from_id bigint unique references appointments on delete set null,
  check (lower_inc(during) and not upper_inf(during) and not isempty(during)),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  check (cancel_reason is null or cancelled_at is not null),
  constraint appointments_practitioner_is_free exclude using gist (
    int8range(practitioner_id, practitioner_id, '[]') with &&,
    during with &&
  ) where (status not in ('cancelled', 'missed')),
  constraint appointments_room_is_free exclude using gist (
    int4range(room_id, room_id, '[]') with &&,
    during with &&
  ) where (room_id is not null and status not in ('cancelled', 'missed'))
);

create index appointments_patient_id_idx on appointments (patient_id, lower(during) desc);
create index appointments_practitioner_id_idx on appointments (practitioner_id);
create index appointments_room_id_idx on appointments (room_id);
create index appointments_appointment_type_id_idx on appointments (appointment_type_id);
create index appointments_open_idx on appointments (lower(during)) where status in ('booked', 'confirmed');

create table waiting_list (
  waiting_id bigint generated always as identity primary key,
  patient_id bigint not null references patients on delete cascade,
  appointment_type_id smallint not null references appointment_types on delete cascade,
  practitioner_id bigint references practitioners on delete cascade,
  wanted daterange not null,
  asked_at timestamptz not null default now(),
  -- "Any practitioner" is asked for once, too.
  unique nulls not distinct (patient_id, appointment_type_id, practitioner_id)
);

create index waiting_list_appointment_type_id_idx on waiting_list (appointment_type_id, asked_at);
create index waiting_list_practitioner_id_idx on waiting_list (practitioner_id);

create table reminders (
  appointment_id bigint not null references appointments on delete cascade,
  channel text not null check (channel in ('sms', 'email', 'letter')),
  due_at timestamptz not null,
  sent_at timestamptz,
  primary key (appointment_id, channel)
);

create index reminders_due_idx on reminders (due_at) include (appointment_id, channel) where sent_at is null;

-- What happened -----------------------------------------------------------------------------------

create table encounters (
  encounter_id bigint generated always as identity primary key,
  patient_id bigint not null references patients on delete restrict,
  practitioner_id bigint not null references practitioners on delete restrict,
  clinic_id int not null references clinics on delete restrict,
  appointment_id bigint unique references appointments on delete restrict,
  kind encounter_kind not null default 'visit',
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  -- What the parts below refer to, so that a prescription can only be for the patient who was there.
  unique (encounter_id, patient_id),
  check (ended_at >= started_at)
);

create index encounters_patient_id_idx on encounters (patient_id, started_at desc);
create index encounters_practitioner_id_idx on encounters (practitioner_id, started_at);
create index encounters_clinic_id_idx on encounters (clinic_id);

create table encounter_notes (
  encounter_id bigint not null references encounters on delete restrict,
  version smallint not null default 1 check (version > 0),
  author_id bigint not null references practitioners on delete restrict,
  body text not null check (body <> ''),
  words tsvector generated always as (to_tsvector('english', body)) stored,
  signed_at timestamptz,
  primary key (encounter_id, version)
);

create index encounter_notes_words_idx on encounter_notes using gin (words);
create index encounter_notes_author_id_idx on encounter_notes (author_id);

create table vital_signs (
  encounter_id bigint primary key references encounters on delete cascade,
  height_cm numeric(4, 1) check (height_cm between 20 and 260),
  weight_kg numeric(5, 2) check (weight_kg between 0.2 and 500),
  body_mass_index numeric generated always as (round(weight_kg / nullif(height_cm / 100, 0) ^ 2, 1)) virtual,
  systolic smallint,
  diastolic smallint,
  pulse smallint check (pulse between 20 and 300),
  temperature_c numeric(3, 1) check (temperature_c between 25 and 45),
  check ((systolic is null) = (diastolic is null)),
  check (systolic > diastolic)
);

create table diagnosis_codes (
  code icd10_code primary key,
  title text not null,
  chapter char(1) generated always as (left(code, 1)) stored,
  is_billable boolean not null default true
);

create table encounter_diagnoses (
  encounter_id bigint not null references encounters on delete cascade,
  code icd10_code not null references diagnosis_codes on update cascade on delete restrict,
  rank smallint not null check (rank between 1 and 20),
  is_certain boolean not null default true,
  primary key (encounter_id, code),
  -- Ranks are swapped in one statement; that needs a constraint which looks at its end.
  unique (encounter_id, rank) deferrable initially immediate
);

create index encounter_diagnoses_code_idx on encounter_diagnoses (code);

create table problems (
  problem_id bigint generated always as identity primary key,
  patient_id bigint not null references patients on delete restrict,
  code icd10_code not null references diagnosis_codes on update cascade on delete restrict,
  since date,
  resolved_on date,
  noted_in_id bigint references encounters on delete set null,
  check (resolved_on >= since)
);

create unique index problems_open_key on problems (patient_id, code) where resolved_on is null;
create index problems_code_idx on problems (code);
create index problems_patient_id_idx on problems (patient_id);
create index problems_noted_in_id_idx on problems (noted_in_id);

create table allergens (
  allergen_id int generated always as identity primary key,
  name text not null unique,
  kind text not null check (kind in ('drug', 'food', 'environment', 'material'))
);

create table patient_allergies (
  patient_id bigint not null references patients on delete restrict,
  allergen_id int not null references allergens on delete restrict,
  severity smallint not null check (severity between 1 and 4),
  reaction text,
  noted_at timestamptz not null default now(),
  primary key (patient_id, allergen_id)
);

create index patient_allergies_allergen_id_idx on patient_allergies (allergen_id);

create table vaccines (
  vaccine_id smallint generated always as identity primary key,
  name text not null unique,
  doses smallint not null default 1 check (doses between 1 and 6),
  min_interval interval
);

create table immunizations (
  patient_id bigint not null references patients on delete restrict,
  vaccine_id smallint not null references vaccines on delete restrict,
  dose_no smallint not null check (dose_no > 0),
  given_on date not null,
  lot_number text not null,
  encounter_id bigint,
  primary key (patient_id, vaccine_id, dose_no),
  foreign key (encounter_id, patient_id) references encounters (encounter_id, patient_id)
);

create index immunizations_encounter_idx on immunizations (encounter_id, patient_id);
create index immunizations_vaccine_id_idx on immunizations (vaccine_id);

-- Medicines ---------------------------------------------------------------------------------------

create table drugs (
  drug_id int generated always as identity primary key,
  atc_code varchar(7) not null check (atc_code ~ '^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$'),
  name text not null,
  strength text not null,
  form text not null,
  is_controlled boolean not null default false,
  unique (name, strength, form)
);

create index drugs_atc_code_idx on drugs (atc_code text_pattern_ops);

create table drug_allergens (
  drug_id int not null references drugs on delete cascade,
  allergen_id int not null references allergens on delete cascade,
  primary key (drug_id, allergen_id)
);

create index drug_allergens_allergen_id_idx on drug_allergens (allergen_id);

create table drug_interactions (
  drug_a_id int not null references drugs on delete cascade,
  drug_b_id int not null references drugs on delete cascade,
  severity smallint not null check (severity between 1 and 3),
  advice text not null,
  primary key (drug_a_id, drug_b_id),
  -- Each pair once, the smaller number first.
  check (drug_a_id < drug_b_id)
);

create index drug_interactions_drug_b_id_idx on drug_interactions (drug_b_id);

create table prescriptions (
  prescription_id uuid primary key default uuidv7(),
  encounter_id bigint not null,
  patient_id bigint not null,
  prescriber_id bigint not null references practitioners on delete restrict,
  drug_id int not null references drugs on delete restrict,
  dose dosage not null,
  starts_on date not null default current_date,
  days smallint not null check (days between 1 and 365),
  ends_on date generated always as (starts_on + days) virtual,
  repeats smallint not null default 0 check (repeats between 0 and 12),
  stopped_at timestamptz,
  stop_reason text,
  foreign key (encounter_id, patient_id) references encounters (encounter_id, patient_id) on delete restrict,
  check (stop_reason is null or stopped_at is not null)
);

create index prescriptions_encounter_idx on prescriptions (encounter_id, patient_id);
create index prescriptions_patient_id_idx on prescriptions (patient_id, starts_on desc) where stopped_at is null;
create index prescriptions_prescriber_id_idx on prescriptions (prescriber_id);
create index prescriptions_drug_id_idx on prescriptions (drug_id);

create table dispensations (
  prescription_id uuid not null references prescriptions on delete restrict,
  dispense_no smallint not null check (dispense_no > 0),
  dispensed_at timestamptz not null default now(),
  pharmacy text not null,
  quantity numeric(8, 2) not null check (quantity > 0),
  primary key (prescription_id, dispense_no)
);

-- Laboratory --------------------------------------------------------------------------------------

create table laboratories (
  laboratory_id smallint generated always as identity primary key,
  name text not null unique,
  is_in_house boolean not null default false
);

create table lab_tests (
  loinc_code varchar(10) primary key check (loinc_code ~ '^[0-9]+-[0-9]$'),
  name text not null,
  unit text,
  specimen text not null check (specimen in ('blood', 'urine', 'swab', 'stool', 'tissue'))
);

-- What is normal from this age on, up to the age of the next row.
create table lab_reference_ranges (
  loinc_code varchar(10) not null references lab_tests on update cascade on delete cascade,
  sex sex_at_birth not null,
  from_age smallint not null default 0 check (from_age between 0 and 120),
  normal numrange not null check (not isempty(normal)),
  primary key (loinc_code, sex, from_age)
);

create table lab_panels (
  lab_panel_id int generated always as identity primary key,
  name text not null unique
);

create table lab_panel_tests (
  lab_panel_id int not null references lab_panels on delete cascade,
  loinc_code varchar(10) not null references lab_tests on update cascade on delete restrict,
  position smallint not null,
  primary key (lab_panel_id, loinc_code),
  unique (lab_panel_id, position) deferrable initially deferred
);

create index lab_panel_tests_loinc_code_idx on lab_panel_tests (loinc_code);

create table lab_orders (
  lab_order_id bigint generated always as identity (start with 5000000) primary key,
  encounter_id bigint not null references encounters on delete restrict,
  laboratory_id smallint not null references laboratories on delete restrict,
  ordered_by_id bigint not null references practitioners on delete restrict,
  priority order_priority not null default 'routine',
  ordered_at timestamptz not null default now(),
  collected_at timestamptz,
  check (collected_at >= ordered_at)
);

create index lab_orders_encounter_id_idx on lab_orders (encounter_id);
create index lab_orders_laboratory_id_idx on lab_orders (laboratory_id);
create index lab_orders_ordered_by_id_idx on lab_orders (ordered_by_id);

create table lab_order_tests (
  lab_order_id bigint not null references lab_orders on delete cascade,
  loinc_code varchar(10) not null references lab_tests on update cascade on delete restrict,
  primary key (lab_order_id, loinc_code)
);

create index lab_order_tests_loinc_code_idx on lab_order_tests (loinc_code);

create table lab_results (
  lab_order_id bigint not null,
  loinc_code varchar(10) not null,
  value_number numeric,
  value_text text,
  flag char(1) check (flag in ('L', 'H', 'N', 'A')),
  reported_at timestamptz not null default now(),
  raw_message jsonb,
  primary key (lab_order_id, loinc_code),
  foreign key (lab_order_id, loinc_code) references lab_order_tests on update cascade on delete restrict,
  check (num_nonnulls(value_number, value_text) = 1)
);

create index lab_results_raw_message_idx on lab_results using gin (raw_message jsonb_path_ops);

-- Consent and documents ---------------------------------------------------------------------------

create table consents (
  consent_id bigint generated always as identity primary key,
  patient_id bigint not null references patients on delete restrict,
  purpose text not null check (purpose in ('treatment', 'data sharing', 'research', 'photography')),
  valid tstzrange not null default tstzrange(now(), null),
  given_by_id bigint not null references people on delete restrict
);

create index consents_patient_id_idx on consents (patient_id);
create index consents_given_by_id_idx on consents (given_by_id);

create table documents (
  document_id uuid primary key default gen_random_uuid(),
  patient_id bigint not null references patients on delete restrict,
  encounter_id bigint references encounters on delete set null,
  replaces_id uuid unique references documents on delete restrict,
  title text not null,
  media_type text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  size_bytes bigint not null check (size_bytes > 0),
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  received_at timestamptz not null default now()
);

create index documents_patient_id_idx on documents (patient_id);
create index documents_encounter_id_idx on documents (encounter_id);
create index documents_sha256_idx on documents using hash (sha256);

create table referrals (
  referral_id bigint generated always as identity primary key,
  encounter_id bigint not null references encounters on delete restrict,
  to_specialty_code varchar(10) not null references specialties on update cascade on delete restrict,
  to_practitioner_id bigint references practitioners on delete set null,
  letter_id uuid references documents on delete set null,
  priority order_priority not null default 'routine',
  accepted_at timestamptz
);

create index referrals_encounter_id_idx on referrals (encounter_id);
create index referrals_to_specialty_code_idx on referrals (to_specialty_code);
create index referrals_to_practitioner_id_idx on referrals (to_practitioner_id);
create index referrals_letter_id_idx on referrals (letter_id);

-- Money -------------------------------------------------------------------------------------------

create table insurers (
  insurer_id int generated always as identity primary key,
  name text not null unique,
  payer_code varchar(12) not null unique
);

create table insurance_plans (
  insurer_id int not null references insurers on delete restrict,
  plan_code varchar(12) not null,
  name text not null,
  copay money_amount,
  primary key (insurer_id, plan_code)
);

create table coverages (
  coverage_id bigint generated always as identity primary key,
  patient_id bigint not null references patients on delete restrict,
  insurer_id int not null,
  plan_code varchar(12) not null,
  member_no varchar(24) not null,
  holder_id bigint references people on delete set null,
  valid daterange not null,
  foreign key (insurer_id, plan_code) references insurance_plans on update cascade on delete restrict,
  unique (insurer_id, member_no, valid)
);

create index coverages_patient_id_idx on coverages (patient_id);
create index coverages_plan_idx on coverages (insurer_id, plan_code);
create index coverages_holder_id_idx on coverages (holder_id);

create table services (
  service_code varchar(12) primary key,
  name text not null,
  list_price money_amount
);

create table invoices (
  invoice_id bigint generated by default as identity primary key,
  patient_id bigint not null references patients on delete restrict,
  encounter_id bigint references encounters on delete restrict,
  coverage_id bigint references coverages on delete set null,
  status invoice_status not null default 'draft',
  sent_on date,
  due_on date,
  check (status = 'draft' or sent_on is not null),
  check (due_on >= sent_on)
);

create index invoices_patient_id_idx on invoices (patient_id);
create index invoices_encounter_id_idx on invoices (encounter_id);
create index invoices_coverage_id_idx on invoices (coverage_id);
create index invoices_unpaid_idx on invoices (due_on) where status = 'sent';

create table invoice_lines (
  invoice_id bigint not null references invoices on delete cascade,
  line_no smallint not null check (line_no > 0),
  service_code varchar(12) not null references services on update cascade on delete restrict,
  quantity smallint not null default 1 check (quantity > 0),
  unit_price money_amount,
  amount numeric(14, 2) generated always as (quantity * unit_price) stored,
  primary key (invoice_id, line_no)
);

create index invoice_lines_service_code_idx on invoice_lines (service_code);

create table payments (
  payment_id bigint generated always as identity primary key,
  invoice_id bigint not null references invoices on delete restrict,
  paid_at timestamptz not null default now(),
  amount numeric(12, 2) not null check (amount <> 0),
  method text not null check (method in ('cash', 'card', 'transfer', 'insurer')),
  refunds_id bigint references payments on delete restrict,
  check ((amount < 0) = (refunds_id is not null))
);

create index payments_invoice_id_idx on payments (invoice_id);
create index payments_refunds_id_idx on payments (refunds_id);

-- Who looked at what ------------------------------------------------------------------------------

create table access_log (
  access_id bigint generated always as identity,
  at timestamptz not null default now(),
  practitioner_id bigint references practitioners on delete set null,
  patient_id bigint references patients on delete no action,
  action text not null,
  client inet,
  primary key (access_id, at)
) partition by range (at);

create table access_log_2025 partition of access_log for values from ('2025-01-01 00:00+00') to ('2026-01-01 00:00+00');
create table access_log_2026 partition of access_log for values from ('2026-01-01 00:00+00') to ('2027-01-01 00:00+00');
create table access_log_other partition of access_log default;

create index access_log_at_idx on access_log using brin (at);
create index access_log_patient_id_idx on access_log (patient_id);
create index access_log_practitioner_id_idx on access_log (practitioner_id);

create table change_log (
  change_id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  relation regclass not null,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  old_row jsonb,
  new_row jsonb,
  check (num_nonnulls(old_row, new_row) >= 1)
);

create function log_change() returns trigger
language plpgsql
as $$
begin
  insert into change_log (relation, operation, old_row, new_row)
  values (
    tg_relid,
    tg_op,
    case when tg_op <> 'INSERT' then to_jsonb(old) end,
    case when tg_op <> 'DELETE' then to_jsonb(new) end
  );
  return null;
end
$$;

create trigger prescriptions_log after insert or update or delete on prescriptions
  for each row execute function log_change();
create trigger patient_allergies_log after insert or update or delete on patient_allergies
  for each row execute function log_change();

create function age_on(born date, day date) returns int
language sql immutable strict
return extract(year from age(day, born))::int;

create view current_coverages as
select coverage_id, patient_id, insurer_id, plan_code, member_no
from coverages
where valid @> current_date;

create view patient_summaries as
select
  p.patient_id,
  p.chart_number,
  person.display_name,
  age_on(person.born_on, current_date) as age,
  count(distinct a.allergen_id) as allergies,
  count(distinct c.coverage_id) as coverages
from patients as p
join people as person on person.person_id = p.patient_id
left join patient_allergies as a using (patient_id)
left join current_coverages as c using (patient_id)
group by p.patient_id, p.chart_number, person.display_name, person.born_on;

create materialized view monthly_income as
select
  date_trunc('month', paid_at at time zone 'UTC')::date as month,
  method,
  sum(amount) as amount,
  count(*) as payments
from payments
group by 1, 2;

create unique index monthly_income_key on monthly_income (month, method);

insert into specialties (code, name, parent_code) values
  ('MED', 'Internal medicine', null),
  ('CARD', 'Cardiology', 'MED'),
  ('DERM', 'Dermatology', 'MED'),
  ('PED', 'Paediatrics', null),
  ('GP', 'General practice', null);
