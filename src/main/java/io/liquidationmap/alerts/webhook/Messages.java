package io.liquidationmap.alerts.webhook;

import io.liquidationmap.alerts.Alert;
import io.liquidationmap.alerts.Event;
import io.liquidationmap.alerts.Webhook.Echo;
import io.liquidationmap.market.Venue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Messages as JSON, in the words of the interface's answers.
@Component
class Messages {

    private final JsonMapper json;

    Messages(JsonMapper json) {
        this.json = json.rebuild()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    String write(UUID id, Alert alert, Event event, Instant at, @Nullable Echo market) {
        return json.writeValueAsString(new Message(
                id,
                alert.id(),
                Detail.of(event).event(),
                market == null ? alert.symbol() : market.symbol(),
                alert.range().toString(),
                (market == null ? alert.venues().stream().sorted().toList() : market.venues())
                        .stream().map(Venue::name).toList(),
                market != null && market.simulated(),
                event.asOf(),
                event.asOf().toEpochMilli(),
                at,
                at.toEpochMilli(),
                Detail.of(event)));
    }

    /// A message.
    private record Message(
            UUID id,
            UUID alertId,
            String event,
            String symbol,
            String range,
            List<String> venues,
            boolean simulated,
            Instant asOf,
            long asOfMs,
            Instant createdAt,
            long createdAtMs,
            Detail detail) {}

    /// What happened.
    private sealed interface Detail {

        /// What it is called.
        String event();

        static Detail of(Event event) {
            return switch (event) {
                case Event.LabelChanged changed -> Imbalance.of(changed);
                case Event.ClusterEntered entered -> Cluster.of(entered);
                case Event.Swept swept -> Sweep.of(swept);
                case Event.Test _ -> new Test("This is a test; nothing has happened.");
            };
        }
    }

    private record Imbalance(
            BigDecimal distancePct, String labelBefore, String label, BigDecimal upUsd, BigDecimal downUsd)
            implements Detail {

        static Imbalance of(Event.LabelChanged changed) {
            return new Imbalance(
                    plain(changed.distancePct()),
                    kebab(changed.before()),
                    kebab(changed.after()),
                    plain(changed.upUsd()),
                    plain(changed.downUsd()));
        }

        @Override
        public String event() {
            return "imbalance-label";
        }
    }

    private record Cluster(
            String side,
            BigDecimal low,
            BigDecimal price,
            BigDecimal high,
            BigDecimal usd,
            BigDecimal priceBefore,
            BigDecimal priceReached,
            BigDecimal priceNow)
            implements Detail {

        static Cluster of(Event.ClusterEntered entered) {
            return new Cluster(
                    kebab(entered.cluster().side()),
                    plain(entered.cluster().low()),
                    plain(entered.cluster().peak()),
                    plain(entered.cluster().high()),
                    plain(entered.cluster().usd()),
                    plain(entered.priceBefore()),
                    plain(entered.priceReached()),
                    plain(entered.price()));
        }

        @Override
        public String event() {
            return "price-in-cluster";
        }
    }

    private record Sweep(
            Instant from, long fromMs, Instant to, long toMs, String side, BigDecimal usd, boolean complete)
            implements Detail {

        static Sweep of(Event.Swept swept) {
            return new Sweep(
                    swept.from(),
                    swept.from().toEpochMilli(),
                    swept.asOf(),
                    swept.asOf().toEpochMilli(),
                    kebab(swept.side()),
                    plain(swept.usd()),
                    swept.complete());
        }

        @Override
        public String event() {
            return "sweep";
        }
    }

    private record Test(String message) implements Detail {
        @Override
        public String event() {
            return "test";
        }
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BigDecimal plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
