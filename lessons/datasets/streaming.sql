-- Schema: Music streaming. Recordings, releases and rights, listeners, playlists, plays, subscriptions and royalties.
--
-- Two halves that meet in a play: on one side what can be heard and who is owed for it, on the other who listens
-- and what they pay. A track on a release is a recording; a recording is a performance of a composition. Rights are
-- per territory and time, which an exclusion constraint keeps free of contradictions.
--
-- Plays come by the million and are read by time: partitioned by quarter, with a BRIN index, and without a key that
-- anything refers to.

create domain isrc as char(12) check (value ~ '^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$');
create domain iswc as varchar(11) check (value ~ '^T[0-9]{10}$');
create domain upc as varchar(14) check (value ~ '^[0-9]{12,14}$');
create domain share as numeric(7, 6) check (value > 0 and value <= 1);
create domain email_address as text check (value ~ '^[^@\s]+@[^@\s]+$');

create type release_kind as enum ('single', 'EP', 'album', 'compilation', 'live');
create type artist_role as enum ('main', 'featured', 'remixer', 'producer');
create type device_kind as enum ('phone', 'tablet', 'computer', 'speaker', 'television', 'car');
create type subscription_state as enum ('trial', 'active', 'past due', 'paused', 'ended');
create type loudness as (integrated_lufs real, true_peak_db real, range_lu real);

create function set_updated_at() returns trigger
language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

-- Text made equal for comparing: without case and without spaces around it.
create function folded(words text) returns text
language sql immutable strict parallel safe
return lower(btrim(words));

-- What can be heard -------------------------------------------------------------------------------

create table territories (
  territory_code char(2) primary key check (territory_code ~ '^[A-Z]{2}$'),
  -- Rights are compared by number: a range of one for each country.
  territory_no smallint not null unique,
  name text not null unique,
  unique (territory_code, territory_no)
);

create table labels (
  label_id int generated always as identity primary key,
  parent_id int references labels on delete set null,
  name text not null,
  check (parent_id <> label_id)
);

create unique index labels_name_key on labels (folded(name));
create index labels_parent_id_idx on labels (parent_id);

create table artists (
  artist_id bigint generated always as identity primary key,
  name text not null,
  sort_name text collate "C" not null,
  disambiguation text not null default '',
  is_group boolean not null default false,
  formed_in smallint,
  ended_in smallint,
  links jsonb not null default '{}' check (jsonb_typeof(links) = 'object'),
  updated_at timestamptz not null default now(),
  unique (name, disambiguation),
  check (ended_in >= formed_in)
);

create index artists_folded_name_idx on artists (folded(name) text_pattern_ops);
create trigger artists_updated_at before update on artists for each row execute function set_updated_at();

create table artist_members (
  group_id bigint not null references artists on delete cascade,
  member_id bigint not null references artists on delete cascade,
  years int4range not null default int4range(null, null),
  instrument text,
  primary key (group_id, member_id, years),
  check (group_id <> member_id)
);

create index artist_members_member_id_idx on artist_members (member_id);

create table artist_aliases (
  artist_id bigint not null references artists on delete cascade,
  alias text not null,
  language char(2),
  primary key (artist_id, alias)
);

create table genres (
  genre_id smallint generated always as identity primary key,
  parent_id smallint references genres on delete restrict,
  name text not null unique
);

create index genres_parent_id_idx on genres (parent_id);

create table compositions (
  composition_id bigint generated always as identity primary key,
  iswc iswc unique,
  title text not null,
  based_on_id bigint references compositions on delete set null,
  is_public_domain boolean not null default false
);

create index compositions_based_on_id_idx on compositions (based_on_id);

create table publishers (
  publisher_id int generated always as identity primary key,
  name text not null unique,
  ipi_number char(11) unique
);

create table composition_shares (
  composition_id bigint not null references compositions on delete cascade,
  writer_id bigint not null references artists on delete restrict,
  publisher_id int references publishers on delete set null,
  part text not null check (part in ('music', 'words', 'both', 'arrangement')),
  share share not null,
  primary key (composition_id, writer_id, part)
);

create index composition_shares_writer_id_idx on composition_shares (writer_id);
create index composition_shares_publisher_id_idx on composition_shares (publisher_id);

create table recordings (
  recording_id bigint generated always as identity primary key,
  isrc isrc not null unique,
  composition_id bigint references compositions on delete set null,
  title text not null,
  version text,
  duration_ms int not null check (duration_ms between 1000 and 86400000),
  duration interval generated always as (make_interval(secs => duration_ms / 1000.0)) virtual,
  recorded_in smallint,
  is_explicit boolean not null default false,
  level loudness,
  words tsvector generated always as (to_tsvector('simple', title || ' ' || coalesce(version, ''))) stored
);

create index recordings_composition_id_idx on recordings (composition_id);
create index recordings_words_idx on recordings using gin (words);

create table recording_artists (
  recording_id bigint not null references recordings on delete cascade,
  artist_id bigint not null references artists on delete restrict,
  role artist_role not null default 'main',
  position smallint not null default 1 check (position > 0),
  primary key (recording_id, artist_id, role)
);

create index recording_artists_artist_id_idx on recording_artists (artist_id, role) include (recording_id);

create table recording_genres (
  recording_id bigint not null references recordings on delete cascade,
  genre_id smallint not null references genres on delete restrict,
  primary key (recording_id, genre_id)
);

create index recording_genres_genre_id_idx on recording_genres (genre_id);

create table audio_features (
  recording_id bigint primary key references recordings on delete cascade,
  tempo real check (tempo between 20 and 300),
  musical_key smallint check (musical_key between 0 and 11),
  energy real check (energy between 0 and 1),
  danceability real check (danceability between 0 and 1),
  fingerprint bytea not null,
  model_version text not null
);

create index audio_features_fingerprint_idx on audio_features using hash (fingerprint);

create table audio_files (
  recording_id bigint not null references recordings on delete cascade,
  codec text not null check (codec in ('flac', 'opus', 'aac', 'mp3')),
  bitrate_kbps smallint not null check (bitrate_kbps > 0),
  path text not null unique,
  size_bytes bigint not null check (size_bytes > 0),
  primary key (recording_id, codec, bitrate_kbps)
);

create table lyrics (
  recording_id bigint not null references recordings on delete cascade,
  language char(2) not null,
  text text not null,
  timed_lines jsonb check (jsonb_typeof(timed_lines) = 'array'),
  primary key (recording_id, language)
);

create table releases (
  release_id bigint generated always as identity primary key,
  upc upc unique,
  title text not null,
  kind release_kind not null,
  label_id int references labels on delete restrict,
  released_on date not null,
  original_id bigint references releases on delete set null,
  cover_path text,
  updated_at timestamptz not null default now(),
  check (original_id <> release_id)
);

create index releases_label_id_idx on releases (label_id);
create index releases_original_id_idx on releases (original_id);
create index releases_released_on_idx on releases (released_on desc);
create trigger releases_updated_at before update on releases for each row execute function set_updated_at();

create table release_artists (
  release_id bigint not null references releases on delete cascade,
  artist_id bigint not null references artists on delete restrict,
  position smallint not null default 1,
  primary key (release_id, artist_id),
  unique (release_id, position)
);

create index release_artists_artist_id_idx on release_artists (artist_id);

create table tracks (
  release_id bigint not null references releases on delete cascade,
  disc_no smallint not null default 1 check (disc_no > 0),
  track_no smallint not null check (track_no > 0),
  recording_id bigint not null references recordings on delete restrict,
  title text,
  constraint tracks_pkey primary key (release_id, disc_no, track_no) deferrable initially immediate
);

create index tracks_recording_id_idx on tracks (recording_id);

-- Who may play it where, and who is owed ----------------------------------------------------------

create table rights_holders (
  rights_holder_id int generated always as identity primary key,
  label_id int unique references labels on delete restrict,
  publisher_id int unique references publishers on delete restrict,
  name text not null,
  bank_account text,
  check (num_nonnulls(label_id, publisher_id) <= 1)
);

create table contracts (
  contract_id int generated always as identity primary key,
  rights_holder_id int not null references rights_holders on delete restrict,
  signed_on date not null,
  runs daterange not null,
  terms jsonb not null default '{}',
  amends_id int references contracts on delete restrict,
  check (lower(runs) >= signed_on),
  check (amends_id < contract_id)
);

create index contracts_rights_holder_id_idx on contracts (rights_holder_id);
create index contracts_amends_id_idx on contracts (amends_id);

create table contract_rates (
  contract_id int not null references contracts on delete cascade,
  plan_code varchar(12) not null,
  rate share not null,
  minimum_per_play numeric(10, 8) not null default 0 check (minimum_per_play >= 0),
  primary key (contract_id, plan_code)
);

create table recording_rights (
  recording_right_id bigint generated always as identity primary key,
  recording_id bigint not null references recordings on delete cascade,
  territory_code char(2) not null,
  territory_no smallint not null,
  contract_id int not null references contracts on delete restrict,
  share share not null default 1,
  valid daterange not null check (not isempty(valid)),
  foreign key (territory_code, territory_no) references territories (territory_code, territory_no)
    on update cascade on delete restrict,
  constraint recording_rights_of_a_whole_do_not_overlap exclude using gist (
    int8range(recording_id, recording_id, '[]') with &&,
    int4range(territory_no, territory_no, '[]') with &&,
    valid with &&
  ) where (share = 1)
);

create index recording_rights_recording_id_idx on recording_rights (recording_id, territory_code);
create index recording_rights_territory_idx on recording_rights (territory_code, territory_no);
create index recording_rights_contract_id_idx on recording_rights (contract_id);

create table takedowns (
  takedown_id bigint generated always as identity primary key,
  recording_id bigint not null references recordings on delete cascade,
  territory_code char(2) references territories on update cascade on delete restrict,
  reason text not null,
  since timestamptz not null default now(),
  lifted_at timestamptz,
  unique nulls not distinct (recording_id, territory_code, since),
  check (lifted_at > since)
);

create index takedowns_territory_code_idx on takedowns (territory_code);

-- Who listens -------------------------------------------------------------------------------------

create table plans (
  plan_code varchar(12) primary key,
  name text not null unique,
  seats smallint not null default 1 check (seats between 1 and 6),
  has_ads boolean not null default false
);

alter table contract_rates
  add foreign key (plan_code) references plans on update cascade on delete restrict;

create index contract_rates_plan_code_idx on contract_rates (plan_code);

create table plan_prices (
  plan_code varchar(12) not null references plans on update cascade on delete cascade,
  territory_code char(2) not null references territories on update cascade on delete cascade,
  from_day date not null,
  price numeric(8, 2) not null check (price >= 0),
  currency char(3) not null,
  primary key (plan_code, territory_code, from_day)
);

create index plan_prices_territory_code_idx on plan_prices (territory_code);

create table listeners (
  listener_id uuid primary key default uuidv7(),
  handle text not null check (handle ~ '^[a-z0-9_.]{3,30}$'),
  email email_address not null,
  display_name text,
  born_on date,
  territory_code char(2) not null references territories on update cascade on delete restrict,
  invited_by_id uuid references listeners on delete set null,
  is_private boolean not null default false,
  joined_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint listeners_handle_key unique (handle) include (display_name)
);

create unique index listeners_email_key on listeners (lower(email)) where closed_at is null;
create index listeners_territory_code_idx on listeners (territory_code);
create index listeners_invited_by_id_idx on listeners (invited_by_id);

create table stream_qualities (
  quality varchar(10) primary key,
  most_kbps smallint check (most_kbps > 0)
);

-- A quality with another name is another quality: whoever had chosen it is asked again, and hears 'auto' until then.
create table listener_settings (
  listener_id uuid primary key references listeners on delete cascade,
  quality varchar(10) not null default 'auto'
    references stream_qualities on update set default on delete set default,
  crossfade_s smallint not null default 0 check (crossfade_s between 0 and 12),
  allows_explicit boolean not null default true,
  updated_at timestamptz not null default now()
);

create index listener_settings_quality_idx on listener_settings (quality);

create table artist_accounts (
  listener_id uuid primary key references listeners on delete cascade,
  artist_id bigint not null references artists on delete cascade,
  verified_at timestamptz
);

create index artist_accounts_artist_id_idx on artist_accounts (artist_id);

create table devices (
  device_id uuid primary key default gen_random_uuid(),
  listener_id uuid not null references listeners on delete cascade,
  kind device_kind not null,
  name text not null,
  last_seen_at timestamptz,
  unique (listener_id, name)
);

create table listener_follows (
  follower_id uuid not null references listeners on delete cascade,
  followed_id uuid not null references listeners on delete cascade,
  since timestamptz not null default now(),
  primary key (follower_id, followed_id),
  check (follower_id <> followed_id)
);

create index listener_follows_followed_id_idx on listener_follows (followed_id);

create table artist_follows (
  listener_id uuid not null references listeners on delete cascade,
  artist_id bigint not null references artists on delete cascade,
  since timestamptz not null default now(),
  primary key (listener_id, artist_id)
);

create index artist_follows_artist_id_idx on artist_follows (artist_id);

create table saved_releases (
  listener_id uuid not null references listeners on delete cascade,
  release_id bigint not null references releases on delete cascade,
  saved_at timestamptz not null default now(),
  primary key (listener_id, release_id)
);

create index saved_releases_release_id_idx on saved_releases (release_id);

create table liked_recordings (
  listener_id uuid not null references listeners on delete cascade,
  recording_id bigint not null references recordings on delete cascade,
  liked_at timestamptz not null default now(),
  primary key (listener_id, recording_id)
);

create index liked_recordings_recording_id_idx on liked_recordings (recording_id);
create index liked_recordings_newest_idx on liked_recordings (listener_id, liked_at desc nulls last);

create table playlist_folders (
  listener_id uuid not null references listeners on delete cascade,
  folder_no int not null,
  parent_no int,
  name text not null,
  primary key (listener_id, folder_no),
  foreign key (listener_id, parent_no) references playlist_folders on delete cascade,
  check (parent_no <> folder_no)
);

create index playlist_folders_parent_idx on playlist_folders (listener_id, parent_no);

create table playlists (
  playlist_id uuid primary key default uuidv7(),
  owner_id uuid not null references listeners on delete cascade,
  folder_no int,
  title text not null,
  description text not null default '',
  is_public boolean not null default false,
  is_collaborative boolean not null default false,
  copied_from_id uuid references playlists on delete set null,
  updated_at timestamptz not null default now(),
  foreign key (owner_id, folder_no) references playlist_folders on delete set null (folder_no)
);

create index playlists_owner_idx on playlists (owner_id, folder_no);
create index playlists_copied_from_id_idx on playlists (copied_from_id);
create index playlists_public_title_idx on playlists (folded(title)) where is_public;
create trigger playlists_updated_at before update on playlists for each row execute function set_updated_at();

create table playlist_items (
  playlist_id uuid not null references playlists on delete cascade,
  item_no bigint generated by default as identity,
  -- Between two others there is always a third; nothing else moves when one does.
  position numeric not null,
  recording_id bigint not null references recordings on delete cascade,
  added_by_id uuid references listeners on delete set null,
  added_at timestamptz not null default now(),
  primary key (playlist_id, item_no),
  unique (playlist_id, position) deferrable initially deferred
);

create index playlist_items_recording_id_idx on playlist_items (recording_id);
create index playlist_items_added_by_id_idx on playlist_items (added_by_id);

-- Once for a statement, however many items it adds.
create function touch_playlists() returns trigger
language plpgsql
as $$
begin
  update playlists set updated_at = now() where playlist_id in (select playlist_id from changed);
  return null;
end
$$;

create trigger playlist_items_added after insert on playlist_items
  referencing new table as changed for each statement execute function touch_playlists();
create trigger playlist_items_removed after delete on playlist_items
  referencing old table as changed for each statement execute function touch_playlists();

create table playlist_collaborators (
  playlist_id uuid not null references playlists on delete cascade,
  listener_id uuid not null references listeners on delete cascade,
  primary key (playlist_id, listener_id)
);

create index playlist_collaborators_listener_id_idx on playlist_collaborators (listener_id);

-- What they hear ----------------------------------------------------------------------------------

create table plays (
  played_at timestamptz not null,
  listener_id uuid,
  recording_id bigint not null,
  device device_kind not null,
  territory_code char(2) not null,
  plan_code varchar(12) not null,
  source text not null default 'library'
    check (source in ('library', 'playlist', 'radio', 'search', 'release', 'share')),
  played_ms int not null check (played_ms >= 0),
  counts boolean generated always as (played_ms >= 30000) stored
) partition by range (played_at);

comment on table plays is 'No key: nothing refers to a play. Erasing a listener sets listener_id to NULL.';

create table plays_2025_q3 partition of plays for values from ('2025-07-01 00:00+00') to ('2025-10-01 00:00+00');
create table plays_2025_q4 partition of plays for values from ('2025-10-01 00:00+00') to ('2026-01-01 00:00+00');
create table plays_2026_q1 partition of plays for values from ('2026-01-01 00:00+00') to ('2026-04-01 00:00+00');
create table plays_other partition of plays default;

create index plays_played_at_idx on plays using brin (played_at);
create index plays_recording_id_idx on plays (recording_id, played_at);
create index plays_listener_id_idx on plays (listener_id, played_at desc) where listener_id is not null;

create unlogged table listening_now (
  device_id uuid primary key references devices on delete cascade,
  listener_id uuid not null unique references listeners on delete cascade,
  recording_id bigint not null references recordings on delete cascade,
  started_at timestamptz not null default now(),
  position_ms int not null default 0
);

create index listening_now_recording_id_idx on listening_now (recording_id);

create table searches (
  search_id bigint generated always as identity primary key,
  listener_id uuid references listeners on delete set null,
  query text not null,
  searched_at timestamptz not null default now(),
  clicked_kind text check (clicked_kind in ('artist', 'recording', 'release', 'playlist'))
);

create index searches_listener_id_idx on searches (listener_id);
create index searches_searched_at_idx
  on searches using brin (searched_at) with (pages_per_range = 16, autosummarize = on);

-- What they pay -----------------------------------------------------------------------------------

create table subscriptions (
  subscription_id uuid primary key default uuidv7(),
  payer_id uuid not null references listeners on delete restrict,
  plan_code varchar(12) not null references plans on update cascade on delete restrict,
  state subscription_state not null default 'trial',
  runs tstzrange not null default tstzrange(now(), null),
  cancelled_at timestamptz
);

create unique index subscriptions_one_open_key on subscriptions (payer_id) where state <> 'ended';
create index subscriptions_payer_id_idx on subscriptions (payer_id);
create index subscriptions_plan_code_idx on subscriptions (plan_code);

create table subscription_seats (
  subscription_id uuid not null references subscriptions on delete cascade,
  seat_no smallint not null check (seat_no between 1 and 6),
  listener_id uuid not null unique references listeners on delete cascade,
  primary key (subscription_id, seat_no)
);

create table charges (
  charge_id bigint generated always as identity primary key,
  subscription_id uuid not null references subscriptions on delete restrict,
  period daterange not null,
  amount numeric(8, 2) not null check (amount >= 0),
  currency char(3) not null,
  paid_at timestamptz,
  refunded numeric(8, 2) not null default 0,
  net numeric(8, 2) generated always as (amount - refunded) virtual,
  unique (subscription_id, period),
  check (refunded between 0 and amount)
);

create index charges_unpaid_idx on charges (lower(period)) where paid_at is null;

create table royalty_periods (
  month date primary key check (extract(day from month) = 1),
  closed_at timestamptz
);

create table royalty_statements (
  month date not null references royalty_periods on delete restrict,
  rights_holder_id int not null references rights_holders on delete restrict,
  total numeric(14, 6) not null default 0,
  paid_at timestamptz,
  primary key (month, rights_holder_id)
);

create index royalty_statements_rights_holder_id_idx on royalty_statements (rights_holder_id);

create table royalty_lines (
  month date not null,
  rights_holder_id int not null,
  recording_id bigint not null references recordings on delete restrict,
  territory_code char(2) not null references territories on update cascade on delete restrict,
  plays bigint not null check (plays >= 0),
  amount numeric(14, 6) not null,
  primary key (month, rights_holder_id, recording_id, territory_code),
  foreign key (month, rights_holder_id) references royalty_statements on update restrict on delete cascade
);

create index royalty_lines_recording_id_idx on royalty_lines (recording_id);
create index royalty_lines_territory_code_idx on royalty_lines (territory_code);

create view counted_plays as
select played_at, listener_id, recording_id, territory_code, plan_code
from plays
where counts;

create view top_recordings as
select c.recording_id, r.title, count(*) as plays, count(distinct c.listener_id) as listeners
from counted_plays as c
join recordings as r using (recording_id)
where c.played_at >= now() - interval '28 days'
group by c.recording_id, r.title;

create view playable as
select r.recording_id, t.territory_code
from recordings as r
join recording_rights as t using (recording_id)
where t.valid @> current_date
  and not exists (
    select from takedowns as d
    where d.recording_id = r.recording_id
      and (d.territory_code is null or d.territory_code = t.territory_code)
      and d.lifted_at is null
  );

create materialized view daily_plays as
select (played_at at time zone 'UTC')::date as day, recording_id, territory_code, count(*) as plays
from counted_plays
group by 1, 2, 3;

create unique index daily_plays_key on daily_plays (day, recording_id, territory_code);
create index daily_plays_recording_id_idx on daily_plays (recording_id);

create function check_shares() returns trigger
language plpgsql
as $$
begin
  if (select sum(share) from composition_shares where composition_id = new.composition_id) > 1 then
    raise exception 'the shares of composition % exceed one', new.composition_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create constraint trigger composition_shares_sum after insert or update on composition_shares
  deferrable initially deferred
  for each row execute function check_shares();

insert into territories values
  ('GB', 826, 'United Kingdom'),
  ('DE', 276, 'Germany'),
  ('JP', 392, 'Japan'),
  ('US', 840, 'United States');
insert into plans values ('free', 'Free', 1, true), ('solo', 'Individual', 1, false), ('family', 'Family', 6, false);
insert into stream_qualities values ('auto', null), ('low', 96), ('high', 320), ('lossless', 2300);
insert into genres (name) values ('Jazz'), ('Classical'), ('Electronic'), ('Folk');
