package io.liquidationmap.testing;

import io.liquidationmap.testing.PostgresServer.Address;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class FreshDatabaseConfiguration {

    @Bean
    JdbcConnectionDetails freshDatabase(@Value("${test.postgres:EMBEDDED}") PostgresServer server) {
        Address address = server.createDatabase();
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return address.url();
            }

            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }
        };
    }
}
