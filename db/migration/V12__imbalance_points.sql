-- Imbalances of moments of the past, so that nobody waits for them twice. The key is a digest of everything a point was
-- computed from, the code included: what is stored is never changed and never wrong, only no longer asked for one day.
create table imbalance_point (
    key        bytea              primary key check (octet_length(key) = 32),
    number     bigint             not null generated always as identity,
    as_of      timestamptz        not null,
    price      double precision   not null,
    up_usd     double precision[] not null,
    down_usd   double precision[] not null,
    warming_up boolean            not null,
    degraded   boolean            not null,
    stale      boolean            not null
);

comment on column imbalance_point.number is 'ascends; the lowest are removed when there are too many';
comment on column imbalance_point.up_usd is 'one per distance, ascending';
comment on column imbalance_point.down_usd is 'one per distance, ascending';

create unique index imbalance_point_by_number on imbalance_point (number);
