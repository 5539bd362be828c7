-- Schema: Helpdesk. A multi-tenant helpdesk: the tenant is in every key, so that no row can point across tenants.
--
-- Each table that belongs to a customer begins with `tenant_id`, each primary key begins with it, and each foreign key
-- carries it along. A ticket of one tenant assigned to an agent of another is not a bug to be found, it is refused.
--
-- That has a price, to be seen in the actions. When an agent leaves, `on delete set null (assignee_id)` must empty
-- one column of the key and not the other, for `tenant_id` is `not null`. And to delete a tenant cascades through
-- everything, which is wanted: it is how a contract ends. So within a tenant nothing says `restrict`, which would
-- refuse at once, before the cascade has reached the other side: those keys are deferred, and look when all is
-- done.

create domain slug as text check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 63);
create domain email_address as text check (value ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$');
create domain hex_colour as char(7) default '#888888' check (value ~ '^#[0-9a-f]{6}$');

create type member_role as enum ('owner', 'admin', 'agent', 'light agent', 'viewer');
create type ticket_kind as enum ('question', 'incident', 'problem', 'task', 'bug', 'feature');
create type ticket_priority as enum ('low', 'normal', 'high', 'urgent');
create type status_category as enum ('new', 'open', 'pending', 'solved', 'closed');
create type channel_kind as enum ('email', 'web', 'api', 'phone', 'chat');
create type field_kind as enum ('text', 'number', 'date', 'checkbox', 'select', 'multi select', 'user');
create type link_kind as enum ('blocks', 'duplicates', 'relates to', 'causes');

-- Seconds between two times of day: what lets a range of them be indexed well.
create function time_difference(later time, earlier time) returns double precision
language sql immutable strict parallel safe
return extract(epoch from later - earlier)::double precision;

create type office_hours as range (subtype = time, subtype_diff = time_difference);

create function set_updated_at() returns trigger
language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

-- Tenants -----------------------------------------------------------------------------------------

create table plans (
  plan_code varchar(16) primary key,
  name text not null unique,
  agent_limit int check (agent_limit > 0),
  price_per_agent numeric(8, 2) not null check (price_per_agent >= 0)
);

create table tenants (
  tenant_id uuid primary key default uuidv7(),
  slug slug not null unique,
  name text not null,
  plan_code varchar(16) not null default 'free' references plans on update cascade on delete set default,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  created_at timestamptz not null default now(),
  closed_at timestamptz
);

create index tenants_plan_code_idx on tenants (plan_code);

create table tenant_domains (
  domain text primary key check (domain = lower(domain)),
  tenant_id uuid not null references tenants on delete cascade,
  verified_at timestamptz
);

create index tenant_domains_tenant_id_idx on tenant_domains (tenant_id);

-- Links in mails lead to this one. A domain with another name must prove itself first: then there is none.
alter table tenants
  add column primary_domain text references tenant_domains on update set null on delete set null;

create index tenants_primary_domain_idx on tenants (primary_domain);

create table invoices (
  tenant_id uuid not null references tenants on delete restrict,
  invoice_no int not null check (invoice_no > 0),
  period daterange not null,
  agents int not null check (agents >= 0),
  amount numeric(10, 2) not null check (amount >= 0),
  paid_at timestamptz,
  primary key (tenant_id, invoice_no),
  unique (tenant_id, period)
);

comment on table invoices
  is 'Restricts on purpose: a tenant with invoices is closed, not deleted, until the archive has them.';

-- A login is one for all tenants: a person may work for several.
create table accounts (
  account_id uuid primary key default uuidv7(),
  email email_address not null,
  password_hash text,
  name text not null,
  locale varchar(10) not null default 'en',
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now()
);

create unique index accounts_email_key on accounts (lower(email));

create table account_identities (
  provider text not null,
  subject text not null,
  account_id uuid not null references accounts on delete cascade,
  primary key (provider, subject)
);

create index account_identities_account_id_idx on account_identities (account_id);

create unlogged table sessions (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null references accounts on delete cascade,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null,
  client inet
);

create index sessions_account_id_idx on sessions (account_id);

-- People of a tenant ------------------------------------------------------------------------------

create table groups (
  tenant_id uuid not null references tenants on delete cascade,
  group_id int not null,
  name text not null,
  lead_id int,
  primary key (tenant_id, group_id),
  unique (tenant_id, name)
);

create table members (
  tenant_id uuid not null references tenants on delete cascade,
  member_id int not null,
  account_id uuid not null references accounts on delete restrict,
  role member_role not null default 'agent',
  default_group_id int,
  manager_id int,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (tenant_id, member_id),
  unique (tenant_id, account_id),
  constraint members_default_group_fkey foreign key (tenant_id, default_group_id) references groups
    on delete set null (default_group_id) deferrable initially deferred,
  constraint members_manager_fkey foreign key (tenant_id, manager_id) references members
    on delete set null (manager_id),
  check (manager_id <> member_id)
);

alter table groups
  add constraint groups_lead_fkey foreign key (tenant_id, lead_id) references members
  on delete set null (lead_id) deferrable initially deferred;

create index groups_lead_idx on groups (tenant_id, lead_id);
create index members_account_id_idx on members (account_id);
create index members_default_group_idx on members (tenant_id, default_group_id);
create index members_manager_idx on members (tenant_id, manager_id);

create table group_members (
  tenant_id uuid not null,
  group_id int not null,
  member_id int not null,
  primary key (tenant_id, group_id, member_id),
  foreign key (tenant_id, group_id) references groups on delete cascade,
  foreign key (tenant_id, member_id) references members on delete cascade
);

create index group_members_member_idx on group_members (tenant_id, member_id);

create table organisations (
  tenant_id uuid not null references tenants on delete cascade,
  organisation_id int not null,
  parent_id int,
  name text not null,
  notes text,
  primary key (tenant_id, organisation_id),
  foreign key (tenant_id, parent_id) references organisations on delete set null (parent_id),
  unique (tenant_id, name),
  check (parent_id <> organisation_id)
);

create index organisations_parent_idx on organisations (tenant_id, parent_id);

create table contacts (
  tenant_id uuid not null references tenants on delete cascade,
  contact_id int not null,
  organisation_id int,
  name text not null,
  email email_address,
  phone text,
  is_suspended boolean not null default false,
  merged_into_id int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, organisation_id) references organisations on delete set null (organisation_id),
  foreign key (tenant_id, merged_into_id) references contacts deferrable initially deferred,
  check (email is not null or phone is not null)
);

create unique index contacts_email_key on contacts (tenant_id, lower(email)) where merged_into_id is null;
create index contacts_organisation_idx on contacts (tenant_id, organisation_id);
create index contacts_merged_into_idx on contacts (tenant_id, merged_into_id);
create trigger contacts_updated_at before update on contacts for each row execute function set_updated_at();

-- How they work -----------------------------------------------------------------------------------

create table calendars (
  tenant_id uuid not null references tenants on delete cascade,
  calendar_id int not null,
  name text not null,
  time_zone text not null default 'UTC',
  primary key (tenant_id, calendar_id),
  unique (tenant_id, name)
);

create table calendar_hours (
  tenant_id uuid not null,
  calendar_id int not null,
  weekday smallint not null check (weekday between 1 and 7),
  hours office_hours not null check (not isempty(hours)),
  primary key (tenant_id, calendar_id, weekday, hours),
  foreign key (tenant_id, calendar_id) references calendars on delete cascade
);

create table calendar_holidays (
  tenant_id uuid not null,
  calendar_id int not null,
  day date not null,
  name text not null,
  primary key (tenant_id, calendar_id, day),
  foreign key (tenant_id, calendar_id) references calendars on delete cascade
);

create table sla_policies (
  tenant_id uuid not null references tenants on delete cascade,
  policy_id int not null,
  calendar_id int not null,
  name text not null,
  position smallint not null,
  conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
  primary key (tenant_id, policy_id),
  foreign key (tenant_id, calendar_id) references calendars deferrable initially deferred,
  -- The first policy that fits counts; they are put in order by dragging.
  constraint sla_policies_position_key unique (tenant_id, position) deferrable initially deferred
);

create index sla_policies_calendar_idx on sla_policies (tenant_id, calendar_id);

create table sla_targets (
  tenant_id uuid not null,
  policy_id int not null,
  priority ticket_priority not null,
  first_reply interval not null check (first_reply > interval '0'),
  solution interval not null,
  primary key (tenant_id, policy_id, priority),
  foreign key (tenant_id, policy_id) references sla_policies on delete cascade,
  check (solution >= first_reply)
);

create table statuses (
  tenant_id uuid not null references tenants on delete cascade,
  status_id smallint not null,
  name text not null,
  category status_category not null,
  position smallint not null default 0,
  primary key (tenant_id, status_id),
  unique (tenant_id, name)
);

create table status_transitions (
  tenant_id uuid not null,
  from_status_id smallint not null,
  to_status_id smallint not null,
  least_role member_role not null default 'agent',
  primary key (tenant_id, from_status_id, to_status_id),
  foreign key (tenant_id, from_status_id) references statuses on delete cascade,
  foreign key (tenant_id, to_status_id) references statuses on delete cascade,
  check (from_status_id <> to_status_id)
);

create index status_transitions_to_idx on status_transitions (tenant_id, to_status_id);

create table labels (
  tenant_id uuid not null references tenants on delete cascade,
  label_id int not null,
  name text not null,
  colour hex_colour not null,
  primary key (tenant_id, label_id)
);

create unique index labels_name_key on labels (tenant_id, lower(name));

create table inboxes (
  tenant_id uuid not null references tenants on delete cascade,
  inbox_id int not null,
  channel channel_kind not null,
  address text,
  group_id int,
  primary key (tenant_id, inbox_id),
  foreign key (tenant_id, group_id) references groups on delete set null (group_id),
  constraint inboxes_address_key unique nulls not distinct (tenant_id, channel, address)
);

create index inboxes_group_idx on inboxes (tenant_id, group_id);

create table custom_fields (
  tenant_id uuid not null references tenants on delete cascade,
  field_id int not null,
  key slug not null,
  title text not null,
  kind field_kind not null,
  is_required boolean not null default false,
  primary key (tenant_id, field_id),
  -- Options refer to the kind too: only fields that are chosen from have any.
  unique (tenant_id, field_id, kind),
  unique (tenant_id, key)
);

create table custom_field_options (
  tenant_id uuid not null,
  field_id int not null,
  kind field_kind not null default 'select' check (kind in ('select', 'multi select')),
  value slug not null,
  title text not null,
  position smallint not null default 0,
  primary key (tenant_id, field_id, value),
  foreign key (tenant_id, field_id, kind) references custom_fields (tenant_id, field_id, kind)
    on update cascade on delete cascade
);

create table macros (
  tenant_id uuid not null references tenants on delete cascade,
  macro_id int not null,
  title text not null,
  actions jsonb not null check (jsonb_typeof(actions) = 'array'),
  owner_id int,
  primary key (tenant_id, macro_id),
  foreign key (tenant_id, owner_id) references members on delete cascade
);

comment on column macros.owner_id is 'Empty: for all agents.';
create index macros_owner_idx on macros (tenant_id, owner_id);

create table automations (
  tenant_id uuid not null references tenants on delete cascade,
  automation_id int not null,
  name text not null,
  event text not null check (event in ('created', 'updated', 'hourly')),
  conditions jsonb not null default '[]',
  macro_id int not null,
  is_active boolean not null default true,
  primary key (tenant_id, automation_id),
  foreign key (tenant_id, macro_id) references macros deferrable initially deferred
);

create index automations_macro_idx on automations (tenant_id, macro_id);
create index automations_active_idx on automations (tenant_id, event) where is_active;

-- Tickets -----------------------------------------------------------------------------------------

create table projects (
  tenant_id uuid not null references tenants on delete cascade,
  project_key varchar(8) not null check (project_key ~ '^[A-Z][A-Z0-9]{1,7}$'),
  name text not null,
  lead_id int,
  last_number int not null default 0 check (last_number >= 0),
  primary key (tenant_id, project_key),
  foreign key (tenant_id, lead_id) references members on delete set null (lead_id)
);

create index projects_lead_idx on projects (tenant_id, lead_id);

create table versions (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  name varchar(32) not null,
  released_on date,
  primary key (tenant_id, project_key, name),
  foreign key (tenant_id, project_key) references projects on update cascade on delete cascade
);

create table tickets (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  number int not null check (number > 0),
  reference text generated always as (project_key::text || '-' || number::text) stored,
  kind ticket_kind not null default 'question',
  status_id smallint not null,
  priority ticket_priority not null default 'normal',
  subject text not null check (subject <> ''),
  requester_id int not null,
  assignee_id int,
  group_id int,
  inbox_id int,
  parent_key varchar(8),
  parent_number int,
  fix_version varchar(32),
  policy_id int,
  opened_at timestamptz not null default now(),
  first_reply_at timestamptz,
  solved_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, project_key, number),
  foreign key (tenant_id, project_key) references projects on update cascade on delete cascade,
  foreign key (tenant_id, status_id) references statuses deferrable initially deferred,
  foreign key (tenant_id, requester_id) references contacts deferrable initially deferred,
  foreign key (tenant_id, assignee_id) references members on delete set null (assignee_id),
  foreign key (tenant_id, group_id) references groups on delete set null (group_id),
  foreign key (tenant_id, inbox_id) references inboxes on delete set null (inbox_id),
  foreign key (tenant_id, parent_key, parent_number) references tickets
    on update cascade on delete set null (parent_key, parent_number),
  foreign key (tenant_id, project_key, fix_version) references versions
    on update cascade on delete set null (fix_version),
  foreign key (tenant_id, policy_id) references sla_policies on delete set null (policy_id),
  check (num_nulls(parent_key, parent_number) in (0, 2)),
  check (solved_at >= opened_at)
);

create index tickets_reference_idx on tickets using hash (reference);
create index tickets_status_idx on tickets (tenant_id, status_id, updated_at desc);
create index tickets_requester_idx on tickets (tenant_id, requester_id);
create index tickets_assignee_open_idx on tickets (tenant_id, assignee_id, priority desc) where solved_at is null;
create index tickets_assignee_idx on tickets (tenant_id, assignee_id);
create index tickets_group_idx on tickets (tenant_id, group_id);
create index tickets_inbox_idx on tickets (tenant_id, inbox_id);
create index tickets_parent_idx on tickets (tenant_id, parent_key, parent_number);
create index tickets_fix_version_idx on tickets (tenant_id, project_key, fix_version);
create index tickets_policy_idx on tickets (tenant_id, policy_id);
create trigger tickets_updated_at before update on tickets for each row execute function set_updated_at();

-- The next number of a project. The row's lock makes the numbers come one by one, without gaps.
create function number_ticket() returns trigger
language plpgsql
as $$
begin
  update projects set last_number = last_number + 1
  where tenant_id = new.tenant_id and project_key = new.project_key
  returning last_number into new.number;
  return new;
end
$$;

create trigger tickets_number before insert on tickets
  for each row when (new.number is null) execute function number_ticket();

create function check_transition() returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from status_transitions
    where tenant_id = new.tenant_id and from_status_id = old.status_id and to_status_id = new.status_id
  ) then
    raise exception 'ticket % cannot go from status % to %', new.reference, old.status_id, new.status_id
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger tickets_transition before update of status_id on tickets
  for each row when (old.status_id is distinct from new.status_id) execute function check_transition();

create table ticket_labels (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  number int not null,
  label_id int not null,
  primary key (tenant_id, project_key, number, label_id),
  foreign key (tenant_id, project_key, number) references tickets on update cascade on delete cascade,
  foreign key (tenant_id, label_id) references labels on delete cascade
);

create index ticket_labels_label_idx on ticket_labels (tenant_id, label_id);

create table ticket_links (
  tenant_id uuid not null,
  from_key varchar(8) not null,
  from_number int not null,
  kind link_kind not null,
  to_key varchar(8) not null,
  to_number int not null,
  primary key (tenant_id, from_key, from_number, kind, to_key, to_number),
  foreign key (tenant_id, from_key, from_number) references tickets on update cascade on delete cascade,
  foreign key (tenant_id, to_key, to_number) references tickets on update cascade on delete cascade,
  constraint ticket_links_not_to_itself check ((from_key, from_number) <> (to_key, to_number))
);

create index ticket_links_to_idx on ticket_links (tenant_id, to_key, to_number);

create table ticket_watchers (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  number int not null,
  member_id int not null,
  primary key (tenant_id, project_key, number, member_id),
  foreign key (tenant_id, project_key, number) references tickets on update cascade on delete cascade,
  foreign key (tenant_id, member_id) references members on delete cascade
);

create index ticket_watchers_member_idx on ticket_watchers (tenant_id, member_id);

create table ticket_field_values (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  number int not null,
  field_id int not null,
  value jsonb not null,
  primary key (tenant_id, project_key, number, field_id),
  foreign key (tenant_id, project_key, number) references tickets on update cascade on delete cascade,
  foreign key (tenant_id, field_id) references custom_fields on delete cascade
);

create index ticket_field_values_field_idx on ticket_field_values (tenant_id, field_id);
create index ticket_field_values_value_idx on ticket_field_values using gin (value);

create table comments (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  number int not null,
  comment_no int not null check (comment_no > 0),
  member_id int,
  contact_id int,
  reply_to_no int,
  is_internal boolean not null default false,
  body text not null,
  words tsvector generated always as (to_tsvector('english', body)) stored,
  written_at timestamptz not null default now(),
  primary key (tenant_id, project_key, number, comment_no),
  foreign key (tenant_id, project_key, number) references tickets on update cascade on delete cascade,
  foreign key (tenant_id, project_key, number, reply_to_no) references comments on update cascade,
  foreign key (tenant_id, member_id) references members deferrable initially deferred,
  foreign key (tenant_id, contact_id) references contacts deferrable initially deferred,
  constraint comments_one_author check (num_nonnulls(member_id, contact_id) = 1),
  check (not (is_internal and contact_id is not null))
);

create index comments_words_idx on comments using gin (words);
create index comments_reply_to_idx on comments (tenant_id, project_key, number, reply_to_no);
create index comments_member_idx on comments (tenant_id, member_id);
create index comments_contact_idx on comments (tenant_id, contact_id);

create table attachments (
  tenant_id uuid not null,
  attachment_id uuid not null default uuidv7(),
  project_key varchar(8) not null,
  number int not null,
  comment_no int not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes between 1 and 52428800),
  primary key (tenant_id, attachment_id),
  foreign key (tenant_id, project_key, number, comment_no) references comments on update cascade on delete cascade
);

create index attachments_comment_idx on attachments (tenant_id, project_key, number, comment_no);

create table work_logs (
  tenant_id uuid not null,
  member_id int not null,
  during tstzrange not null check (not isempty(during) and not upper_inf(during)),
  project_key varchar(8) not null,
  number int not null,
  note text,
  minutes int generated always as (round(extract(epoch from upper(during) - lower(during)) / 60)::int) stored,
  primary key (tenant_id, member_id, during),
  foreign key (tenant_id, member_id) references members deferrable initially deferred,
  foreign key (tenant_id, project_key, number) references tickets on update cascade deferrable initially deferred
);

create index work_logs_ticket_idx on work_logs (tenant_id, project_key, number) include (minutes);

create table satisfaction_ratings (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  number int not null,
  score smallint not null check (score between 1 and 5),
  comment text,
  rated_at timestamptz not null default now(),
  primary key (tenant_id, project_key, number),
  foreign key (tenant_id, project_key, number) references tickets on update cascade on delete cascade
);

create table sla_breaches (
  tenant_id uuid not null,
  project_key varchar(8) not null,
  number int not null,
  target text not null check (target in ('first reply', 'solution')),
  due_at timestamptz not null,
  met_at timestamptz,
  lateness interval generated always as (greatest(met_at - due_at, interval '0')) virtual,
  primary key (tenant_id, project_key, number, target),
  foreign key (tenant_id, project_key, number) references tickets on update cascade on delete cascade
);

create index sla_breaches_open_idx on sla_breaches (due_at) where met_at is null;

create table ticket_events (
  tenant_id uuid not null,
  event_id uuid not null default uuidv7(),
  project_key varchar(8) not null,
  number int not null,
  member_id int,
  field text not null,
  old_value jsonb,
  new_value jsonb,
  at timestamptz not null default now(),
  primary key (tenant_id, event_id),
  foreign key (tenant_id, project_key, number) references tickets on update cascade on delete cascade,
  foreign key (tenant_id, member_id) references members on delete set null (member_id)
) partition by hash (tenant_id);

create table ticket_events_0 partition of ticket_events for values with (modulus 4, remainder 0);
create table ticket_events_1 partition of ticket_events for values with (modulus 4, remainder 1);
create table ticket_events_2 partition of ticket_events for values with (modulus 4, remainder 2);
create table ticket_events_3 partition of ticket_events for values with (modulus 4, remainder 3);

create index ticket_events_ticket_idx on ticket_events (tenant_id, project_key, number, at);
create index ticket_events_member_idx on ticket_events (tenant_id, member_id);

create function record_ticket_event() returns trigger
language plpgsql
as $$
begin
  -- When a tenant goes, its members go first and tickets lose their assignee: nobody is left to read of it.
  if not exists (select from tenants where tenant_id = new.tenant_id) then
    return null;
  end if;
  insert into ticket_events (tenant_id, project_key, number, member_id, field, old_value, new_value)
  select new.tenant_id, new.project_key, new.number, new.assignee_id, o.key, o.value, n.value
  from jsonb_each(to_jsonb(old)) as o
  join jsonb_each(to_jsonb(new)) as n using (key)
  where o.value is distinct from n.value and o.key <> 'updated_at';
  return null;
end
$$;

create trigger tickets_record after update on tickets for each row execute function record_ticket_event();

-- The knowledge base and what reaches out ---------------------------------------------------------

create table article_sections (
  tenant_id uuid not null references tenants on delete cascade,
  section_id int not null,
  parent_id int,
  title text not null,
  primary key (tenant_id, section_id),
  foreign key (tenant_id, parent_id) references article_sections on delete cascade
);

create index article_sections_parent_idx on article_sections (tenant_id, parent_id);

create table articles (
  tenant_id uuid not null,
  article_id int not null,
  section_id int not null,
  slug slug not null,
  author_id int,
  published_at timestamptz,
  primary key (tenant_id, article_id),
  unique (tenant_id, slug) include (published_at),
  foreign key (tenant_id, section_id) references article_sections deferrable initially deferred,
  foreign key (tenant_id, author_id) references members on delete set null (author_id)
);

create index articles_section_idx on articles (tenant_id, section_id);
create index articles_author_idx on articles (tenant_id, author_id);

create table article_translations (
  tenant_id uuid not null,
  article_id int not null,
  locale varchar(10) not null,
  title text not null,
  body text not null,
  primary key (tenant_id, article_id, locale),
  foreign key (tenant_id, article_id) references articles on delete cascade
);

create index article_translations_words_idx on article_translations
  using gin (to_tsvector('simple', title || ' ' || body));

create table webhooks (
  tenant_id uuid not null references tenants on delete cascade,
  webhook_id int not null,
  url text not null check (url like 'https://%'),
  secret bytea not null,
  events text[] not null check (cardinality(events) > 0),
  primary key (tenant_id, webhook_id)
);

create table webhook_deliveries (
  tenant_id uuid not null,
  delivery_id uuid not null default uuidv7(),
  webhook_id int not null,
  payload jsonb not null,
  attempts smallint not null default 0 check (attempts between 0 and 10),
  next_try_at timestamptz,
  status_code smallint check (status_code between 100 and 599),
  primary key (tenant_id, delivery_id),
  foreign key (tenant_id, webhook_id) references webhooks on delete cascade
);

create index webhook_deliveries_webhook_idx on webhook_deliveries (tenant_id, webhook_id);
create index webhook_deliveries_due_idx on webhook_deliveries (next_try_at) where next_try_at is not null;

-- What programs ask of us, a partition for each day in UTC, wherever the tenant is. Nothing refers to a request.
create table api_requests (
  at timestamptz not null default now(),
  tenant_id uuid not null references tenants on delete cascade,
  method text not null check (method in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  path text not null,
  status_code smallint not null check (status_code between 100 and 599),
  milliseconds int not null check (milliseconds >= 0)
) partition by range (((at at time zone 'UTC')::date));

create table api_requests_2026_03_01 partition of api_requests for values from ('2026-03-01') to ('2026-03-02');
create table api_requests_2026_03_02 partition of api_requests for values from ('2026-03-02') to ('2026-03-03');
create table api_requests_other partition of api_requests default;

create index api_requests_tenant_idx on api_requests (tenant_id, at desc);

create table saved_views (
  tenant_id uuid not null references tenants on delete cascade,
  view_id int not null,
  owner_id int,
  title text not null,
  filter jsonb not null default '{}',
  primary key (tenant_id, view_id),
  foreign key (tenant_id, owner_id) references members on delete cascade,
  unique nulls not distinct (tenant_id, owner_id, title)
);

create view open_tickets as
select
  t.tenant_id,
  t.project_key,
  t.number,
  t.reference,
  t.subject,
  t.priority,
  t.assignee_id,
  t.group_id,
  s.category,
  t.opened_at
from tickets as t
join statuses as s using (tenant_id, status_id)
where s.category in ('new', 'open', 'pending');

create view agent_queues as
select m.tenant_id, m.member_id, a.name, count(o.number) as open, min(o.opened_at) as oldest
from members as m
join accounts as a using (account_id)
left join open_tickets as o on o.tenant_id = m.tenant_id and o.assignee_id = m.member_id
where m.left_at is null
group by m.tenant_id, m.member_id, a.name;

create materialized view weekly_tickets as
select
  tenant_id,
  date_trunc('week', opened_at at time zone 'UTC')::date as week,
  count(*) as opened,
  count(solved_at) as solved,
  percentile_cont(0.5) within group (order by first_reply_at - opened_at) as median_first_reply
from tickets
group by 1, 2;

create unique index weekly_tickets_key on weekly_tickets (tenant_id, week);

insert into plans values ('free', 'Free', 3, 0), ('team', 'Team', 25, 19), ('business', 'Business', null, 49);
