-- The last run of a job on a series, apart for those that succeeded and those that failed, with the sums over all.
create table ingestion_run (
    instrument_id    integer     not null references instrument,
    interval_seconds integer     not null,
    job              text        not null,
    succeeded        boolean     not null,
    started_at       timestamptz not null,
    ended_at         timestamptz not null,
    error            text,
    rows_read        bigint      not null,
    rows_written     bigint      not null,
    rows_refused     bigint      not null,
    last_refusal     text,
    last_refusal_at  timestamptz,
    primary key (instrument_id, interval_seconds, job, succeeded)
);

-- How far a back-fill has come: [done_from, done_to) of [wanted_from, wanted_to).
create table backfill_progress (
    instrument_id    integer     not null references instrument,
    interval_seconds integer     not null,
    wanted_from      timestamptz not null,
    wanted_to        timestamptz not null,
    done_from        timestamptz not null,
    done_to          timestamptz not null,
    started_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (instrument_id, interval_seconds)
);
