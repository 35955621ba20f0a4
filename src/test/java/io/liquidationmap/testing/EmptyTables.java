package io.liquidationmap.testing;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Empties every table before each test, so that tests of one context share its database but no rows.
public final class EmptyTables implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        JdbcClient database =
                JdbcClient.create(SpringExtension.getApplicationContext(context).getBean(DataSource.class));
        List<String> tables = database.sql("""
                        select quote_ident(relname) from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                          and not relispartition and relname <> 'flyway_schema_history'""").query(String.class).list();
        database.sql("truncate " + String.join(", ", tables)).update();
    }
}
