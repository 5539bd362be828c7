-- Schema: University. Departments, programmes, courses, sections, enrolments, rooms, theses and committees.
--
-- An older database that has been looked after: serial keys where a number is enough, natural keys where the university
-- has printed its own codes for a hundred years (`CS-201`), and composite keys that carry a course through its terms,
-- sections and enrolments: an enrolment cannot name a section of another term.
--
-- A department has a head who is on its staff, and everyone on the staff has a department. Both keys are `not
-- null`; that the circle can be entered at all is what `deferrable initially deferred` is for.

create domain course_code as varchar(10)
  check (value ~ '^[A-Z]{2,4}-[0-9]{3}[A-Z]?$');

create domain credit_points as numeric(4, 1)
  check (value between 0 and 60 and value * 2 = trunc(value * 2));

create domain grade_point as numeric(3, 2)
  check (value between 0 and 4.3);

create type term_season as enum ('autumn', 'spring', 'summer');
create type degree_level as enum ('certificate', 'bachelor', 'master', 'doctorate');
create type staff_rank as enum ('assistant', 'lecturer', 'senior lecturer', 'reader', 'professor', 'emeritus');
create type enrolment_status as enum ('pending', 'enrolled', 'withdrawn', 'completed', 'failed');

create type clock_range as range (subtype = time);

create sequence student_number_seq start with 20250001 increment by 1 cache 10;

create function touch() returns trigger
language plpgsql
as $$
begin
  new.changed_at := clock_timestamp();
  return new;
end
$$;

-- The house ---------------------------------------------------------------------------------------

create table campuses (
  campus_id serial primary key,
  name text not null unique,
  city text not null
);

create table buildings (
  building_code varchar(6) primary key,
  campus_id int not null references campuses on delete restrict,
  name text not null,
  built_in smallint check (built_in between 1400 and 2100),
  unique (campus_id, name)
);

create table room_kinds (
  kind varchar(16) primary key,
  is_bookable boolean not null default true
);

create table rooms (
  building_code varchar(6) not null references buildings on update cascade on delete restrict,
  room_number varchar(8) not null,
  kind varchar(16) not null references room_kinds on update cascade on delete restrict,
  seats smallint not null check (seats >= 0),
  -- A number for the room alone, by which bookings can be kept apart.
  room_id int generated always as identity unique,
  primary key (building_code, room_number)
);

create index rooms_kind_idx on rooms (kind) include (seats);

create table equipment (
  equipment_id serial primary key,
  name text not null unique
);

create table room_equipment (
  building_code varchar(6) not null,
  room_number varchar(8) not null,
  equipment_id int not null references equipment on delete restrict,
  quantity smallint not null default 1 check (quantity > 0),
  primary key (building_code, room_number, equipment_id),
  foreign key (building_code, room_number) references rooms on update cascade on delete cascade
);

create index room_equipment_equipment_id_idx on room_equipment (equipment_id);

-- People ------------------------------------------------------------------------------------------

create table people (
  person_id serial primary key,
  given_names text not null,
  family_name text not null,
  sort_name text generated always as (lower(family_name || ', ' || given_names)) stored,
  born_on date,
  email text not null,
  changed_at timestamptz not null default now()
);

create unique index people_email_key on people (lower(email));
create index people_sort_name_idx on people (sort_name collate "C");
create trigger people_touch before update on people for each row execute function touch();

create table faculties (
  faculty_code varchar(6) primary key,
  name text not null unique,
  dean_id int
);

create table departments (
  department_code varchar(6) primary key,
  faculty_code varchar(6) not null references faculties on update cascade on delete restrict,
  name text not null unique,
  head_id int not null,
  founded_on date
);

create table staff (
  person_id int primary key references people on delete restrict,
  department_code varchar(6) not null,
  rank staff_rank not null,
  manager_id int references staff on delete set null,
  office_building varchar(6),
  office_number varchar(8),
  hired_on date not null,
  left_on date,
  -- What a department's head refers to: a head of another department's staff is no head.
  unique (department_code, person_id),
  constraint staff_department_fkey foreign key (department_code) references departments
    on update cascade on delete restrict deferrable initially deferred,
  foreign key (office_building, office_number) references rooms match full on update cascade on delete set null,
  check (left_on >= hired_on),
  check (manager_id <> person_id)
);

alter table departments
  add constraint departments_head_fkey foreign key (department_code, head_id)
  references staff (department_code, person_id) on update cascade deferrable initially deferred;

alter table faculties
  add constraint faculties_dean_fkey foreign key (dean_id) references staff on delete set null;

create index departments_faculty_code_idx on departments (faculty_code);
create index departments_head_idx on departments (department_code, head_id);
create index faculties_dean_id_idx on faculties (dean_id);
create index staff_manager_id_idx on staff (manager_id);
create index staff_office_idx on staff (office_building, office_number);

create table students (
  person_id int primary key references people on delete restrict,
  student_number int not null default nextval('student_number_seq') unique,
  advisor_id int references staff on delete set null,
  matriculated_on date not null default current_date,
  left_on date,
  holds jsonb not null default '[]' check (jsonb_typeof(holds) = 'array'),
  check (left_on > matriculated_on)
);

alter sequence student_number_seq owned by students.student_number;

create index students_advisor_id_idx on students (advisor_id) include (left_on);

create table emergency_contacts (
  student_id int not null references students on delete cascade,
  contact_no smallint not null check (contact_no between 1 and 5),
  name text not null,
  phone text not null,
  primary key (student_id, contact_no)
);

-- What can be studied -----------------------------------------------------------------------------

create table programmes (
  programme_code varchar(12) primary key,
  department_code varchar(6) not null references departments on update cascade on delete restrict,
  title text not null,
  level degree_level not null,
  credits credit_points not null,
  is_open boolean not null default true,
  unique (title, level)
);

create index programmes_department_code_idx on programmes (department_code);

create table programme_versions (
  programme_code varchar(12) not null references programmes on update cascade on delete restrict,
  version smallint not null check (version > 0),
  valid daterange not null check (not isempty(valid)),
  primary key (programme_code, version)
);

create table courses (
  course_code course_code primary key,
  department_code varchar(6) not null references departments on update cascade on delete restrict,
  title text not null,
  description text not null default '',
  credits credit_points not null,
  level smallint not null generated always as (substring(course_code::text from '[0-9]')::smallint) stored,
  search tsvector generated always as (
    setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', description), 'B')
  ) stored
);

comment on column courses.level is 'The first digit of the code: 1 is the first year, 5 and above are for graduates.';

create index courses_department_code_idx on courses (department_code);
create index courses_search_idx on courses using gin (search);

create table course_prerequisites (
  course_code course_code not null references courses on update cascade on delete cascade,
  requires_code course_code not null references courses on update cascade on delete restrict,
  least_grade grade_point,
  primary key (course_code, requires_code),
  check (course_code <> requires_code)
);

create index course_prerequisites_requires_code_idx on course_prerequisites (requires_code);

create table course_equivalences (
  course_a course_code not null references courses on update cascade on delete cascade,
  course_b course_code not null references courses on update cascade on delete cascade,
  primary key (course_a, course_b),
  check (course_a::text < course_b::text)
);

create index course_equivalences_course_b_idx on course_equivalences (course_b);

create table requirement_groups (
  programme_code varchar(12) not null,
  version smallint not null,
  group_no smallint not null,
  parent_no smallint,
  title text not null,
  least_credits credit_points,
  least_courses smallint check (least_courses > 0),
  primary key (programme_code, version, group_no),
  foreign key (programme_code, version) references programme_versions on update cascade on delete cascade,
  foreign key (programme_code, version, parent_no) references requirement_groups on update cascade on delete cascade,
  check (num_nonnulls(least_credits, least_courses) >= 1),
  check (parent_no < group_no)
);

create index requirement_groups_parent_idx on requirement_groups (programme_code, version, parent_no);

create table requirement_courses (
  programme_code varchar(12) not null,
  version smallint not null,
  group_no smallint not null,
  course_code course_code not null references courses on update cascade on delete restrict,
  is_compulsory boolean not null default false,
  primary key (programme_code, version, group_no, course_code),
  foreign key (programme_code, version, group_no) references requirement_groups on update cascade on delete cascade
);

create index requirement_courses_course_code_idx on requirement_courses (course_code);

create table student_programmes (
  student_id int not null references students on delete restrict,
  programme_code varchar(12) not null,
  version smallint not null,
  started_on date not null,
  ended_on date,
  outcome text check (outcome in ('graduated', 'transferred', 'withdrawn', 'excluded')),
  primary key (student_id, programme_code),
  foreign key (programme_code, version) references programme_versions on update cascade on delete restrict,
  check ((ended_on is null) = (outcome is null)),
  check (ended_on >= started_on)
);

create index student_programmes_version_idx on student_programmes (programme_code, version);
create unique index student_programmes_one_open_key on student_programmes (student_id) where ended_on is null;

-- A term's teaching -------------------------------------------------------------------------------

create table terms (
  year smallint not null check (year between 1990 and 2100),
  season term_season not null,
  teaching daterange not null,
  exams daterange not null,
  primary key (year, season),
  check (teaching << exams),
  constraint terms_do_not_overlap exclude using gist (teaching with &&)
);

create table holidays (
  day date primary key,
  name text not null
);

create table course_offerings (
  course_code course_code not null references courses on update cascade on delete restrict,
  year smallint not null,
  season term_season not null,
  convenor_id int references staff on delete set null,
  seats_in_all smallint not null check (seats_in_all > 0),
  primary key (course_code, year, season),
  foreign key (year, season) references terms on delete restrict
);

create index course_offerings_term_idx on course_offerings (year, season);
create index course_offerings_convenor_id_idx on course_offerings (convenor_id);

create table sections (
  course_code course_code not null,
  year smallint not null,
  season term_season not null,
  section_no smallint not null check (section_no > 0),
  kind text not null default 'lecture' check (kind in ('lecture', 'seminar', 'laboratory', 'online')),
  capacity smallint not null check (capacity between 1 and 1200),
  waitlist_capacity smallint not null default 0,
  primary key (course_code, year, season, section_no),
  foreign key (course_code, year, season) references course_offerings on update cascade on delete cascade
);

create table section_instructors (
  course_code course_code not null,
  year smallint not null,
  season term_season not null,
  section_no smallint not null,
  staff_id int not null references staff on delete restrict,
  share numeric(3, 2) not null default 1 check (share > 0 and share <= 1),
  primary key (course_code, year, season, section_no, staff_id),
  foreign key (course_code, year, season, section_no) references sections on update cascade on delete cascade
);

create index section_instructors_staff_id_idx on section_instructors (staff_id);

create table section_meetings (
  meeting_id serial primary key,
  course_code course_code not null,
  year smallint not null,
  season term_season not null,
  section_no smallint not null,
  weekday smallint not null check (weekday between 1 and 6),
  hours clock_range not null check (not isempty(hours) and not lower_inf(hours) and not upper_inf(hours)),
  room_id int references rooms (room_id) on delete set null,
  foreign key (course_code, year, season, section_no) references sections on update cascade on delete cascade
);

create index section_meetings_section_idx on section_meetings (course_code, year, season, section_no);
create index section_meetings_room_id_idx on section_meetings (room_id, weekday);

create table room_bookings (
  booking_id serial primary key,
  room_id int not null references rooms (room_id) on delete cascade,
  during tsrange not null,
  booked_by_id int not null references people on delete restrict,
  purpose text not null,
  meeting_id int references section_meetings on delete cascade,
  constraint room_bookings_do_not_overlap exclude using gist (
    int4range(room_id, room_id, '[]') with &&,
    during with &&
  ) deferrable initially immediate
);

create index room_bookings_booked_by_id_idx on room_bookings (booked_by_id);
create index room_bookings_room_id_idx on room_bookings (room_id);
create index room_bookings_meeting_id_idx on room_bookings (meeting_id);

create table enrolments (
  student_id int not null references students on delete restrict,
  course_code course_code not null,
  year smallint not null,
  season term_season not null,
  section_no smallint not null,
  status enrolment_status not null default 'pending',
  grade grade_point,
  enrolled_at timestamptz not null default now(),
  -- One section of a course in a term.
  primary key (student_id, course_code, year, season),
  foreign key (course_code, year, season, section_no) references sections on update cascade on delete restrict,
  check (grade is null or status in ('completed', 'failed'))
);

create index enrolments_section_idx on enrolments (course_code, year, season, section_no) include (student_id, status);

create table waitlist_places (
  course_code course_code not null,
  year smallint not null,
  season term_season not null,
  section_no smallint not null,
  place smallint not null check (place > 0),
  student_id int not null references students on delete cascade,
  primary key (course_code, year, season, section_no, student_id),
  -- Everyone moves up by one, in one statement.
  unique (course_code, year, season, section_no, place) deferrable initially deferred,
  foreign key (course_code, year, season, section_no) references sections on update cascade on delete cascade
);

create index waitlist_places_student_id_idx on waitlist_places (student_id);

create table assessments (
  course_code course_code not null,
  year smallint not null,
  season term_season not null,
  assessment_no smallint not null,
  title text not null,
  weight numeric(5, 4) not null check (weight between 0 and 1),
  due_at timestamptz,
  primary key (course_code, year, season, assessment_no),
  foreign key (course_code, year, season) references course_offerings on update cascade on delete cascade
);

create table marks (
  student_id int not null,
  course_code course_code not null,
  year smallint not null,
  season term_season not null,
  assessment_no smallint not null,
  points numeric(5, 2) not null check (points between 0 and 100),
  marked_by_id int references staff on delete set null,
  changed_at timestamptz not null default now(),
  primary key (student_id, course_code, year, season, assessment_no),
  foreign key (student_id, course_code, year, season) references enrolments on update cascade on delete cascade,
  foreign key (course_code, year, season, assessment_no) references assessments on update cascade on delete restrict
);

create index marks_assessment_idx on marks (course_code, year, season, assessment_no);
create index marks_marked_by_id_idx on marks (marked_by_id);
create trigger marks_touch before update of points on marks for each row
  when (old.points is distinct from new.points) execute function touch();

create table attendance (
  meeting_id int not null references section_meetings on delete cascade,
  student_id int not null references students on delete cascade,
  day date not null,
  was_there boolean not null,
  primary key (meeting_id, student_id, day)
) partition by hash (meeting_id);

create table attendance_0 partition of attendance for values with (modulus 4, remainder 0);
create table attendance_1 partition of attendance for values with (modulus 4, remainder 1);
create table attendance_2 partition of attendance for values with (modulus 4, remainder 2);
create table attendance_3 partition of attendance for values with (modulus 4, remainder 3);

create index attendance_student_id_idx on attendance (student_id, day);

-- Research ----------------------------------------------------------------------------------------

create table theses (
  thesis_id serial primary key,
  student_id int not null,
  programme_code varchar(12) not null,
  title text not null,
  abstract text,
  submitted_on date,
  embargo daterange,
  foreign key (student_id, programme_code) references student_programmes on update cascade on delete restrict,
  unique (student_id, programme_code)
);

create table thesis_supervisors (
  thesis_id int not null references theses on delete cascade,
  staff_id int not null references staff on delete restrict,
  is_principal boolean not null default false,
  primary key (thesis_id, staff_id)
);

create unique index thesis_supervisors_principal_key on thesis_supervisors (thesis_id) where is_principal;
create index thesis_supervisors_staff_id_idx on thesis_supervisors (staff_id);

create table grants (
  grant_id serial primary key,
  funder text not null,
  reference varchar(40) not null,
  holder_id int not null references staff on delete restrict,
  amount numeric(14, 2) not null check (amount > 0),
  currency char(3) not null default 'EUR',
  period daterange not null,
  unique (funder, reference)
);

create index grants_holder_id_idx on grants (holder_id);

create table grant_staff (
  grant_id int not null references grants on delete cascade,
  staff_id int not null references staff on delete restrict,
  role text not null,
  primary key (grant_id, staff_id)
);

create index grant_staff_staff_id_idx on grant_staff (staff_id);

create table publications (
  publication_id serial primary key,
  doi text unique check (doi ~ '^10\.[0-9]{4,9}/'),
  title text not null,
  year smallint not null,
  keywords text[] not null default '{}'
);

create index publications_keywords_idx on publications using gin (keywords);

create table publication_authors (
  publication_id int not null references publications on delete cascade,
  position smallint not null check (position > 0),
  person_id int references people on delete set null,
  printed_name text not null,
  primary key (publication_id, position),
  unique (publication_id, person_id)
);

create index publication_authors_person_id_idx on publication_authors (person_id);

-- Self-government ---------------------------------------------------------------------------------

create table committees (
  committee_id serial primary key,
  name text not null unique,
  parent_id int references committees on delete restrict,
  faculty_code varchar(6) references faculties on update cascade on delete cascade
);

create index committees_parent_id_idx on committees (parent_id);
create index committees_faculty_code_idx on committees (faculty_code);

create table committee_members (
  membership_id serial primary key,
  committee_id int not null references committees on delete cascade,
  person_id int not null references people on delete restrict,
  role text not null default 'member' check (role in ('chair', 'secretary', 'member', 'student member')),
  term daterange not null,
  constraint committee_members_serve_once_at_a_time exclude using gist (
    int4range(committee_id, committee_id, '[]') with &&,
    int4range(person_id, person_id, '[]') with &&,
    term with &&
  )
);

create index committee_members_committee_id_idx on committee_members (committee_id);
create index committee_members_person_id_idx on committee_members (person_id);

create table meetings (
  committee_id int not null references committees on delete cascade,
  held_at timestamptz not null,
  booking_id int unique references room_bookings on delete set null,
  minutes text,
  primary key (committee_id, held_at)
);

-- Money -------------------------------------------------------------------------------------------

create table fee_rates (
  fee_rate_id serial primary key,
  programme_code varchar(12) references programmes on update cascade on delete cascade,
  year smallint not null,
  season term_season not null,
  amount numeric(10, 2) not null check (amount >= 0),
  -- No programme: the rate for all that have none of their own. There is one of those.
  constraint fee_rates_key unique nulls not distinct (programme_code, year, season) include (amount),
  foreign key (year, season) references terms on delete restrict
);

create index fee_rates_term_idx on fee_rates (year, season);

create table student_fees (
  student_id int not null references students on delete restrict,
  year smallint not null,
  season term_season not null,
  amount numeric(10, 2) not null check (amount >= 0),
  waived numeric(10, 2) not null default 0,
  due numeric(10, 2) generated always as (amount - waived) virtual,
  primary key (student_id, year, season),
  foreign key (year, season) references terms on delete restrict,
  check (waived between 0 and amount)
);

create index student_fees_term_idx on student_fees (year, season);

create table fee_payments (
  fee_payment_id bigserial primary key,
  student_id int not null,
  year smallint not null,
  season term_season not null,
  paid_on date not null default current_date,
  amount numeric(10, 2) not null check (amount > 0),
  foreign key (student_id, year, season) references student_fees on delete restrict
);

create index fee_payments_fee_idx on fee_payments (student_id, year, season);

create table scholarships (
  scholarship_id serial primary key,
  name text not null unique,
  amount_per_term numeric(10, 2) not null check (amount_per_term > 0),
  least_grade grade_point
);

create table scholarship_awards (
  scholarship_id int not null references scholarships on delete restrict,
  student_id int not null references students on delete restrict,
  year smallint not null,
  season term_season not null,
  primary key (scholarship_id, student_id, year, season),
  foreign key (year, season) references terms on delete restrict
);

create index scholarship_awards_student_id_idx on scholarship_awards (student_id);
create index scholarship_awards_term_idx on scholarship_awards (year, season);

-- Read by others ----------------------------------------------------------------------------------

create view section_loads as
select
  s.course_code,
  s.year,
  s.season,
  s.section_no,
  s.capacity,
  count(e.student_id) filter (where e.status in ('enrolled', 'completed', 'failed')) as enrolled
from sections as s
left join enrolments as e using (course_code, year, season, section_no)
group by s.course_code, s.year, s.season, s.section_no;

create view open_sections as
select course_code, year, season, section_no, capacity - enrolled as free_seats
from section_loads
where enrolled < capacity;

create view transcripts as
select e.student_id, e.year, e.season, e.course_code, c.title, c.credits, e.grade
from enrolments as e
join courses as c using (course_code)
where e.status in ('completed', 'failed');

create function grade_average(student int) returns numeric
language sql stable
return (
  select round(sum(t.grade * t.credits) / nullif(sum(t.credits), 0), 2)
  from transcripts as t
  where t.student_id = student
);

create materialized view course_statistics as
select course_code, year, season, count(*) as students, avg(grade) as mean_grade
from enrolments
where grade is not null
group by course_code, year, season;

create unique index course_statistics_key on course_statistics (course_code, year, season);

insert into room_kinds values ('lecture hall', true), ('seminar room', true), ('laboratory', true), ('office', false);

-- The circle, entered: a department and its head in one transaction.
begin;
insert into faculties (faculty_code, name) values ('SCI', 'Faculty of Science');
insert into departments values ('CS', 'SCI', 'Computer Science', 1, date '1968-10-01');
insert into people (given_names, family_name, email) values ('Grete', 'Hermann', 'grete.hermann@example.org');
insert into staff (person_id, department_code, rank, hired_on) values (1, 'CS', 'professor', date '2011-04-01');
update faculties set dean_id = 1 where faculty_code = 'SCI';
commit;

insert into courses (course_code, department_code, title, credits) values
  ('CS-101', 'CS', 'Introduction to programming', 6),
  ('CS-201', 'CS', 'Databases', 6),
  ('CS-501', 'CS', 'Distributed systems', 7.5);

insert into course_prerequisites values ('CS-201', 'CS-101', null), ('CS-501', 'CS-201', 2.0);
