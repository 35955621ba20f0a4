package io.liquidationmap.api.stream;

import io.liquidationmap.api.ApiProperties;
import io.liquidationmap.api.problem.ProblemCode;
import io.liquidationmap.api.problem.ProblemException;
import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.api.stream.StreamRequest.Topic;
import io.liquidationmap.maps.Imbalances;
import io.liquidationmap.maps.LiquidationMaps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// Which topics are followed: each has a channel for as long as somebody follows it, and there is room for so many
/// clients.
@Component
class Channels {

    private final LiquidationMaps maps;
    private final Imbalances imbalances;
    private final JsonWriter json;
    private final StreamMeters meters;
    private final ApiProperties.Stream properties;

    /// Those who ask once must not wait behind all that is followed.
    private final Semaphore pens = new Semaphore(Runtime.getRuntime().availableProcessors());

    // Guarded by this.
    private final Map<Topic, Followed> followed = new HashMap<>();
    private int clients;

    Channels(
            LiquidationMaps maps,
            Imbalances imbalances,
            JsonWriter json,
            StreamMeters meters,
            ApiProperties properties) {
        this.maps = maps;
        this.imbalances = imbalances;
        this.json = json;
        this.meters = meters;
        this.properties = properties.stream();
    }

    /// The channel of a topic, with a place for one more client.
    ///
    /// @throws ProblemException if no place is left
    synchronized Channel enter(Topic topic) {
        if (clients >= properties.maxClients()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_CLIENTS,
                    "The stream serves " + properties.maxClients()
                            + " clients at a time (liquidationmap.api.stream.max-clients), and as many are there.",
                    properties.heartbeat());
        }
        meters.clients(++clients);
        Followed channel = followed.computeIfAbsent(topic, Followed::new);
        channel.places++;
        return channel.channel;
    }

    /// Gives the place back.
    synchronized void leave(Topic topic) {
        meters.clients(--clients);
        followed.computeIfPresent(topic, (_, channel) -> --channel.places == 0 ? null : channel);
    }

    synchronized List<Channel> all() {
        return followed.values().stream().map(one -> one.channel).toList();
    }

    private final class Followed {
        private final Channel channel;
        private int places;

        Followed(Topic topic) {
            this.channel = new Channel(topic, maps, imbalances, json, pens);
        }
    }
}
