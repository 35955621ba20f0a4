package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.testing.PostgresTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class MigrationsIT {

    @Autowired
    Flyway flyway;

    @Autowired
    JdbcClient database;

    @Test
    void migrations_areAllApplied() {
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().applied()).isNotEmpty();
    }

    @Test
    void columns_ofTime_carryAZone() {
        assertThat(database.sql("""
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = 'public' and table_name <> 'flyway_schema_history'
                                  and data_type in ('timestamp without time zone', 'time without time zone')""").query(String.class).list()).isEmpty();
    }

    @Test
    void session_isFarFromUtc() {
        assertThat(database.sql("show timezone").query(String.class).single()).isEqualTo("America/Los_Angeles");
    }
}
