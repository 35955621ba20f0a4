-- Who wants to be told of what, and where. An alert belongs to an API key, by the name under which it is configured.
create table alert (
    id            uuid        primary key,
    owner         text        not null,
    symbol        text        not null,
    range_hours   integer     not null,
    venues        text[]      not null,
    condition     text        not null check (condition in ('IMBALANCE_LABEL', 'PRICE_IN_CLUSTER', 'SWEEP')),
    distance_pct  double precision,
    threshold_usd double precision,
    step_seconds  integer,
    url           text        not null,
    secret        text        not null,
    created_at    timestamptz not null,
    evaluated_to  timestamptz,
    label         text,
    check ((distance_pct is not null) = (condition = 'IMBALANCE_LABEL')),
    check ((threshold_usd is null) = (condition = 'IMBALANCE_LABEL')),
    check ((step_seconds is not null) = (condition = 'SWEEP'))
);

comment on column alert.venues is 'empty for all that have the symbol';
comment on column alert.secret is 'signs what is sent, so it cannot be stored as a digest; never shown';
comment on column alert.evaluated_to is 'end of the data it was last judged by; null before the first time';
comment on column alert.label is 'the last known label of the imbalance';

create index alert_by_owner on alert (owner, created_at);

-- What is, or was, to be sent. One row per alert and event, whoever noticed the event and however often.
create table alert_delivery (
    id              uuid        primary key,
    alert_id        uuid        not null references alert on delete cascade,
    event_key       text        not null,
    body            text        not null,
    created_at      timestamptz not null,
    state           text        not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    attempts        integer     not null,
    last_attempt_at timestamptz,
    http_status     integer,
    error           text,
    unique (alert_id, event_key)
);

comment on column alert_delivery.http_status is 'of the last attempt; null if it got no answer';
comment on column alert_delivery.error is 'why the last attempt failed; null if it did not';

create index alert_delivery_by_time on alert_delivery (alert_id, created_at);
create index alert_delivery_pending on alert_delivery (created_at) where state = 'PENDING';
