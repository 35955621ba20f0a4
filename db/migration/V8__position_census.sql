-- Accounts of venues that publish positions. Who has waited longest in proportion to its revisit time is visited next.
create table census_account (
    id              bigint generated always as identity primary key,
    venue_id        integer     not null references venue,
    name            text        not null,
    learned_at      timestamptz not null,
    visited_at      timestamptz,
    next_visit_at   timestamptz not null,
    revisit_seconds integer     not null check (revisit_seconds > 0),
    unique (venue_id, name)
);

create index census_account_by_turn on census_account (venue_id, next_visit_at);

-- What a visit found, until the next visit to the account.
create table census_position (
    account_id        bigint           not null references census_account,
    instrument_id     integer          not null references instrument,
    seen_at           timestamptz      not null,
    replaced_at       timestamptz,
    coins             double precision not null,
    entry_price       double precision,
    margin_mode       text             not null check (margin_mode in ('CROSS', 'ISOLATED')),
    leverage          double precision not null,
    liquidation_price double precision,
    margin_usd        double precision not null,
    value_usd         double precision not null,
    primary key (account_id, instrument_id, seen_at)
);

create index census_position_by_time on census_position (instrument_id, seen_at);
create index census_position_present on census_position (account_id) where replaced_at is null;

comment on column census_position.replaced_at is 'time of the next visit to the account; null until there is one';
comment on column census_position.coins is 'positive for a long, negative for a short';
comment on column census_position.liquidation_price is 'as the venue says; null if nowhere';
