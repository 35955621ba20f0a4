package io.liquidationmap.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.TestPropertySource;

/// Runs an inherited test once more, with the database on the PostgreSQL image of the public registry. Skipped where
/// there is no container engine.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Tag("docker")
@EnabledIf(
        value = "io.liquidationmap.testing.PostgresServer#engineAnswers",
        disabledReason = "no container engine answers here")
@TestPropertySource(properties = "test.postgres=CONTAINER")
public @interface InContainer {}
