-- How much of what is liquidated the figures in an instrument's bars show. Where nobody has said, they are taken for a
-- sample: that costs little where they are complete, and the reverse costs much.
alter table instrument
    add column liquidations text not null default 'THROTTLED' check (liquidations in ('COMPLETE', 'THROTTLED'));

-- What was learned about an instrument's stock shares, and from when on it was known. Rows are only ever added: what is
-- computed anew for a moment is its next revision. A refusal is a row too, with shares only if others taught them.
create table calibration (
    id                  bigint generated always as identity primary key,
    instrument_id       integer     not null references instrument,
    known_from          timestamptz not null,
    revision            integer     not null,
    procedure           text        not null,
    input_digest        text        not null,
    computed_at         timestamptz not null,
    evidence            text,
    refusal             text,
    labels              text[],
    long_distances      double precision[],
    short_distances     double precision[],
    lifetime_days       double precision[],
    long_shares         double precision[],
    short_shares        double precision[],
    tilt_exponent       double precision,
    forced_low          double precision,
    forced_central      double precision,
    forced_high         double precision,
    member_long_shares  double precision[],
    member_short_shares double precision[],
    member_forced       double precision[],
    unique (instrument_id, known_from, revision),
    check (evidence in ('complete', 'throttled', 'open-interest')),
    check ((evidence is null) = (refusal is not null)),
    check (evidence is null or labels is not null),
    check (num_nulls(labels, long_distances, short_distances, lifetime_days, long_shares, short_shares, tilt_exponent,
        forced_low, forced_central, forced_high, member_long_shares, member_short_shares, member_forced) in (0, 13))
);

comment on column calibration.known_from is 'from this moment on it may be used; it was learned from bars that ended before';
comment on column calibration.input_digest is 'of the bars, the prior and the evidence it was learned from';
comment on column calibration.evidence is 'what it was learned from; null if the fit was refused';
comment on column calibration.refusal is 'why the fit was refused';
comment on column calibration.long_shares is 'share of all open longs in each cohort; as the other arrays, in the order of labels';
comment on column calibration.member_long_shares is 'the same for each member of the ensemble, one row per member';
