package io.liquidationmap.accuracy.report;

import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.SimulatedAccuracy;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The scoreboard that is part of the application.
@Component
class PublishedScoreboard implements SimulatedAccuracy {

    private static final ClassPathResource RESOURCE = new ClassPathResource("scoreboard.json", SimulatedAccuracy.class);

    private final Scoreboard scoreboard;

    /// @throws IOException if the resource cannot be read
    PublishedScoreboard() throws IOException {
        try (InputStream json = RESOURCE.getInputStream()) {
            scoreboard = ScoreboardFile.read(json);
        }
    }

    @Override
    public Scoreboard scoreboard() {
        return scoreboard;
    }
}
