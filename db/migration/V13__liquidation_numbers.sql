-- In which order liquidations were stored, so that whoever follows them can go on from the last one told: venues' times
-- do not ascend with it. Writers take turns (an advisory lock), so a number that can be seen is never followed by a
-- lower one.
alter table liquidation add column number bigint not null generated always as identity;

comment on column liquidation.number is 'ascends in the order in which they were stored';

create unique index liquidation_by_number on liquidation (number);
