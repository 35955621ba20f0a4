package io.liquidationmap.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// Gives the Spring context of a test a new PostgreSQL database, on the one server all tests share. For
/// `@SpringBootTest`; the tests of one context see what the ones before them wrote.
///
/// The time zone of its sessions is far from UTC, so that a statement which depends on it gives itself away.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(FreshDatabaseConfiguration.class)
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-init-sql=set time zone 'America/Los_Angeles'",
            "spring.datasource.hikari.maximum-pool-size=8",
            "spring.datasource.hikari.minimum-idle=0"
        })
public @interface FreshDatabase {}
