-- Venues, their instruments, and what was known of each instrument's margin schedule and when.

create table venue (
    id        integer generated always as identity primary key,
    name      text    not null unique,
    simulated boolean not null
);

create table instrument (
    id       integer generated always as identity primary key,
    venue_id integer not null references venue,
    symbol   text    not null,
    base     text    not null,
    quote    text    not null,
    contract text    not null check (contract in ('LINEAR', 'INVERSE')),
    unique (venue_id, symbol)
);

create table margin_schedule (
    id             bigint generated always as identity primary key,
    instrument_id  integer          not null references instrument,
    known_at       timestamptz      not null,
    taker_fee_rate double precision not null,
    source         text             not null,
    as_of          date             not null
);

create index margin_schedule_by_time on margin_schedule (instrument_id, known_at, id);

-- Sizes in settlement currency; the last tier's cap is 'Infinity' where the venue states none.
create table margin_tier (
    margin_schedule_id      bigint           not null references margin_schedule,
    position                integer          not null,
    floor                   double precision not null,
    cap                     double precision not null,
    maintenance_margin_rate double precision not null,
    maintenance_amount      double precision not null,
    max_leverage            double precision not null,
    primary key (margin_schedule_id, position)
);
