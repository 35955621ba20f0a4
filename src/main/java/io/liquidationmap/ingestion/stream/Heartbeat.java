package io.liquidationmap.ingestion.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a connection on which hours may pass between two liquidations is known to be alive.
///
/// @param ping the message to send; null for a ping frame
/// @param every how often it is sent
/// @param silence how long nothing at all, answers to pings included, may arrive before the connection counts as dead
public record Heartbeat(@Nullable String ping, Duration every, Duration silence) {

    /// Ping frames, which every server answers.
    public static final Heartbeat FRAMES = new Heartbeat(null, Duration.ofSeconds(20), Duration.ofSeconds(50));

    /// Messages of the venue's own, where frames are not enough.
    public static Heartbeat messages(String ping) {
        return new Heartbeat(ping, FRAMES.every, FRAMES.silence);
    }
}
