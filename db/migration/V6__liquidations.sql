-- What venues published of positions they force-closed. An event is stored once, however many connections and instances
-- of the service hear it: its identity is the venue's own name for it, or is made of all that is published of it.
create table liquidation (
    instrument_id integer          not null references instrument,
    identity      text             not null,
    time          timestamptz      not null,
    is_long       boolean          not null,
    price         double precision not null,
    coins         double precision not null,
    usd           double precision not null,
    primary key (instrument_id, identity)
);

create index liquidation_by_time on liquidation (instrument_id, time);

comment on column liquidation.is_long is 'whether the position was long; otherwise short';

-- The sums of what is stored, raised in the transaction that stores.
create table liquidation_minute (
    instrument_id integer          not null references instrument,
    minute        timestamptz      not null,
    is_long       boolean          not null,
    events        bigint           not null,
    coins         double precision not null,
    usd           double precision not null,
    primary key (instrument_id, minute, is_long)
);

-- When a feed was listened to, one row per subscription of a connection, prolonged while it lasts. What no row covers
-- is a gap: in it nothing is known, which is not the same as nothing having happened.
create table liquidation_coverage (
    instrument_id integer     not null references instrument,
    listened_from timestamptz not null,
    listened_to   timestamptz not null check (listened_to >= listened_from),
    completeness  text        not null check (completeness in ('COMPLETE', 'THROTTLED')),
    primary key (instrument_id, listened_from)
);
