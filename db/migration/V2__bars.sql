-- One row per instrument and bar length that holds at least one bar. Its writers take turns by locking it.
create table series (
    instrument_id    integer     not null references instrument,
    interval_seconds integer     not null,
    first_open_time  timestamptz not null,
    last_open_time   timestamptz not null,
    bars             bigint      not null,
    version          bigint      not null,
    changed_at       timestamptz not null,
    primary key (instrument_id, interval_seconds)
);

-- From which bar on a version differs from the one before. An entry goes when a later version reaches as far back, so
-- that what remains ascends by version and by time alike.
create table series_change (
    instrument_id    integer     not null,
    interval_seconds integer     not null,
    version          bigint      not null,
    first_changed    timestamptz not null,
    primary key (instrument_id, interval_seconds, version),
    unique (instrument_id, interval_seconds, first_changed),
    foreign key (instrument_id, interval_seconds) references series
);

-- What is unknown is null. No foreign key: bars are only written together with their series, and a check per row would
-- slow down bulk loading. Partitions are made by the service, one per month in UTC, ahead of need.
create table bar (
    instrument_id        integer          not null,
    interval_seconds     integer          not null,
    open_time            timestamptz      not null,
    open                 double precision not null,
    high                 double precision not null,
    low                  double precision not null,
    close                double precision not null,
    vwap                 double precision,
    volume               double precision,
    taker_buy_volume     double precision,
    open_interest        double precision,
    long_short_ratio     double precision,
    top_account_ratio    double precision,
    top_position_ratio   double precision,
    funding_rate         double precision,
    liquidated_long_usd  double precision,
    liquidated_short_usd double precision,
    is_mark              boolean          not null,
    primary key (instrument_id, interval_seconds, open_time)
) partition by range (open_time);

comment on column bar.open_time is 'when the bar begins';
comment on column bar.open_interest is 'at the end of the bar, coins';
comment on column bar.is_mark is 'whether open to close are of the mark price; otherwise of the last price';
