package io.liquidationmap.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedDatabaseAutoConfigurationTest {

    @TempDir
    Path parent;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class));

    @Test
    void configuredDatabase_isUsedInstead() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/map", folder())
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
                    assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://db.example/map");
                    assertThat(parent).isEmptyDirectory();
                });
    }

    @Test
    void configuredDatabase_needsNoEmbeddedOneOnTheClassPath() {
        application
                .withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class))
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/map")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDatabase.class));
    }

    @Test
    void otherConnection_isUsedInstead() {
        JdbcConnectionDetails other = new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return "jdbc:postgresql://container.example/test";
            }

            @Override
            public String getUsername() {
                return "user";
            }

            @Override
            public String getPassword() {
                return "password";
            }
        };
        application
                .withBean(JdbcConnectionDetails.class, () -> other)
                .withPropertyValues(folder())
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
                    assertThat(parent).isEmptyDirectory();
                });
    }

    private String folder() {
        return "liquidationmap.database.folder=" + parent.resolve("postgres");
    }
}
