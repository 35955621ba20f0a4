package io.liquidationmap.testing;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Empties every table before each test, so that tests of one context share its database but no rows.
public final class EmptyTables implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        JdbcTemplate database =
                new JdbcTemplate(SpringExtension.getApplicationContext(context).getBean(DataSource.class));
        List<String> tables = database.queryForList("""
                select quote_ident(relname) from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                  and not relispartition and relname <> 'flyway_schema_history'""", String.class);
        // Truncating rewrites the files of every partition, which takes far longer than deleting a test's few rows;
        // a replica checks no foreign keys, so the order of tables does not matter.
        database.execute(tables.stream()
                .map(table -> "delete from " + table + ";")
                .collect(Collectors.joining(
                        "", "set session_replication_role = replica;", "reset session_replication_role")));
    }
}
