package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.ImbalanceLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcImbalanceLog implements ImbalanceLog {

    private static final HexFormat HEX = HexFormat.of();

    private static final String ENTRIES = """
            select key, as_of, price, up_usd, down_usd, warming_up, degraded, stale
            from imbalance_point where key = any(?)""";

    private static final String INSERT = """
            insert into imbalance_point (key, as_of, price, up_usd, down_usd, warming_up, degraded, stale)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final JdbcOperations database;

    JdbcImbalanceLog(JdbcOperations database) {
        this.database = database;
    }

    @Override
    public List<Entry> entries(Collection<String> keys) {
        byte[][] digests = keys.stream().map(HEX::parseHex).toArray(byte[][]::new);
        return database.query(
                ENTRIES,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", digests)),
                (row, _) -> entry(row));
    }

    @Override
    @Transactional
    public void record(Collection<Entry> entries, int most) {
        // In one order, so that two who store the same do not wait for each other in a circle.
        List<Entry> ascending =
                entries.stream().sorted(Comparator.comparing(Entry::key)).toList();
        database.batchUpdate(INSERT, ascending, Math.max(1, ascending.size()), JdbcImbalanceLog::set);
        removeAllBut(most);
    }

    /// By their numbers, because counting them would take longer than storing some. A number that was given to an entry
    /// whose key was taken counts as one of them.
    private void removeAllBut(int most) {
        Long last = database.queryForObject("select max(number) from imbalance_point", Long.class);
        if (last != null) {
            database.update("delete from imbalance_point where number <= ?", last - most);
        }
    }

    private static void set(PreparedStatement statement, Entry entry) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setBytes(1, HEX.parseHex(entry.key()));
        statement.setObject(2, entry.asOf().atOffset(ZoneOffset.UTC));
        statement.setDouble(3, entry.price());
        statement.setArray(4, connection.createArrayOf("float8", entry.upUsd().toArray(Double[]::new)));
        statement.setArray(5, connection.createArrayOf("float8", entry.downUsd().toArray(Double[]::new)));
        statement.setBoolean(6, entry.warmingUp());
        statement.setBoolean(7, entry.degraded());
        statement.setBoolean(8, entry.stale());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                HEX.formatHex(row.getBytes("key")),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getDouble("price"),
                amounts(row, "up_usd"),
                amounts(row, "down_usd"),
                row.getBoolean("warming_up"),
                row.getBoolean("degraded"),
                row.getBoolean("stale"));
    }

    private static List<Double> amounts(ResultSet row, String column) throws SQLException {
        return List.of((Double[]) row.getArray(column).getArray());
    }
}
