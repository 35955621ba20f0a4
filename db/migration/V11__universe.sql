-- What the venues say is open in each asset, by which the largest are found; the last statement of each venue.
create table asset_open_interest (
    venue_id  integer          not null references venue,
    asset     text             not null,
    usd       double precision not null,
    stated_at timestamptz      not null,
    primary key (venue_id, asset)
);

-- The assets that are ingested because they are, or lately were, among the largest.
create table ingested_asset (
    asset text        primary key,
    since timestamptz not null
);

-- When an instrument was not followed, [retired_at, revived_at): delisted, or no longer wanted. Maps of such a time leave
-- it out.
create table retirement (
    instrument_id integer     not null references instrument,
    retired_at    timestamptz not null,
    revived_at    timestamptz,
    primary key (instrument_id, retired_at)
);

create unique index retirement_present on retirement (instrument_id) where revived_at is null;

-- What the venue was asked for again and again and does not have: bars, or only the open interest of bars, that open in
-- [from_time, to_time).
create table unavailable (
    instrument_id    integer     not null references instrument,
    interval_seconds integer     not null,
    from_time        timestamptz not null,
    to_time          timestamptz not null,
    missing_bars     bigint      not null,
    primary key (instrument_id, interval_seconds, from_time)
);
