package io.liquidationmap.history.jdbc;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The monthly partitions of the table of bars. Each write makes what it needs and what the next ones will need, so
/// that a live series never waits for one at the turn of the month.
@Component
class BarPartitions {

    private static final int MONTHS_AHEAD = 2;

    // Any number that nothing else in the database locks.
    private static final long LOCK = 0x6261_7270_6172_74L;

    private final JdbcClient database;

    /// Months whose partition was there for everybody: it stays.
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    BarPartitions(JdbcClient database) {
        this.database = database;
    }

    /// Makes the partitions of these months and of those that follow the last one. To be called in the writer's
    /// transaction before it touches the table of bars, so that two writers can only ever wait for each other here.
    void require(SortedSet<YearMonth> months) {
        SortedSet<YearMonth> wanted = new TreeSet<>(months);
        for (int i = 1; i <= MONTHS_AHEAD; i++) {
            wanted.add(months.last().plusMonths(i));
        }
        if (known.containsAll(wanted)) {
            return;
        }
        if (allExist(wanted)) {
            known.addAll(wanted);
            return;
        }
        database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        wanted.stream().filter(month -> !exists(month)).forEach(this::create);
    }

    private boolean allExist(Collection<YearMonth> months) {
        String[] names = months.stream().map(BarPartitions::name).toArray(String[]::new);
        return database.sql("select bool_and(to_regclass(name) is not null) from unnest(?) as name")
                .param(names)
                .query(Boolean.class)
                .single();
    }

    /// Asks the catalog itself: `to_regclass` may still remember, from before the wait for the lock, that there was none.
    private boolean exists(YearMonth month) {
        return database.sql(
                        "select exists (select from pg_class where relname = ? and relnamespace = current_schema::regnamespace)")
                .param(name(month))
                .query(Boolean.class)
                .single();
    }

    /// Attaches a finished table, because creating it as a partition at once would lock out all readers meanwhile.
    private void create(YearMonth month) {
        database.sql("create table " + name(month) + " (like bar including all)")
                .update();
        database.sql("alter table bar attach partition " + name(month) + " for values from ('" + start(month)
                        + "') to ('" + start(month.plusMonths(1)) + "')")
                .update();
    }

    private static String name(YearMonth month) {
        return String.format(Locale.ROOT, "bar_y%04dm%02d", month.getYear(), month.getMonthValue());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
