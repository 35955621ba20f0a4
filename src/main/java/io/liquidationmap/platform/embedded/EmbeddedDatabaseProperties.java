package io.liquidationmap.platform.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param folder where the embedded server keeps its data; relative to the working directory
@ConfigurationProperties("liquidationmap.database")
record EmbeddedDatabaseProperties(
        @DefaultValue("data/postgres") Path folder) {}
