package io.liquidationmap.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A test of the history module alone, on a migrated database whose tables are empty before each test. All ports of
/// the module can be injected, and a [SettableClock] that starts at 2026-01-01. Further beans come by `@Import`.
///
/// No transaction is held around a test: what is written is committed, as in operation.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@DataJpaTest(
        showSql = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.liquidationmap\\.history\\..*"))
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@FreshDatabase
@Import(PostgresTest.Time.class)
@ExtendWith(EmptyTables.class)
public @interface PostgresTest {

    /// The clock of such a test.
    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
        }
    }
}
