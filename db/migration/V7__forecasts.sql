-- What maps said would be force-closed in a bucket, given how far price went in it, against what was. One row per
-- instrument, bucket, side and version of the model; written again when the bars behind it change.
create table forecast (
    instrument_id     integer          not null references instrument,
    bucket_seconds    integer          not null,
    bucket_start      timestamptz      not null,
    is_long           boolean          not null,
    model_version     text             not null,
    open_interest_usd double precision not null,
    excursion         double precision not null,
    predicted_usd     double precision not null,
    naive_usd         double precision,
    control_usd       double precision not null,
    realised_usd      double precision not null,
    completeness      text check (completeness in ('COMPLETE', 'THROTTLED', 'NONE')),
    recorded_at       timestamptz      not null,
    primary key (instrument_id, bucket_seconds, bucket_start, is_long, model_version)
);

comment on column forecast.open_interest_usd is 'at the beginning of the bucket';
comment on column forecast.excursion is 'how far price went against the side, in log price';
comment on column forecast.naive_usd is 'by open interest and excursion alone; null while too little was known to fit it';
comment on column forecast.control_usd is 'by the map with up and down exchanged';
comment on column forecast.completeness is 'how much the venue publishes of its liquidations; null where not known';

-- How far the bars of a series were scored, and which version of the series that was.
create table forecast_progress (
    instrument_id    integer     not null references instrument,
    interval_seconds integer     not null,
    bucket_seconds   integer     not null,
    scored_to        timestamptz not null,
    series_version   bigint      not null,
    primary key (instrument_id, interval_seconds, bucket_seconds)
);
