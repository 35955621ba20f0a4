-- How much an instrument's figures of liquidations show is unknown until it is declared or a feed is heard. Until now
-- a sample was assumed, so what was declared one cannot be told from what was not; a venue declares again at each
-- discovery.
alter table instrument
    alter column liquidations drop default,
    alter column liquidations drop not null;

update instrument set liquidations = null where liquidations = 'THROTTLED';
