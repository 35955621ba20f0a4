-- Until when a host wants to be left alone, so that a restart does not make the service forget it: who goes on asking
-- during a ban is banned for longer.
create table cooldown (
    host  text        not null primary key,
    until timestamptz not null
);

comment on table cooldown is 'hosts that have turned requests away: too many, a firewall, a ban';
comment on column cooldown.host is 'name, with the port if it is not the usual one';
