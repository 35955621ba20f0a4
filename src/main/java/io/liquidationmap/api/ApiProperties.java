package io.liquidationmap.api;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings of the HTTP interface.
///
/// @param cors which web pages may read it
/// @param cacheSize memory for answers that are kept ready to be sent
/// @param pastAnswersFresh how long a client may use an answer of a named instant without asking again: not for ever,
///     because a back-fill may yet complete the history before that instant
@ConfigurationProperties("liquidationmap.api")
public record ApiProperties(
        @DefaultValue Cors cors,
        @DefaultValue("64MB") DataSize cacheSize,
        @DefaultValue("5m") Duration pastAnswersFresh) {

    /// Cross-origin resource sharing.
    ///
    /// @param allowedOrigins origins of web pages that may read answers; `*` for all
    public record Cors(@DefaultValue("*") List<String> allowedOrigins) {}
}
