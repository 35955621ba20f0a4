package io.liquidationmap.ingestion.stream;

import io.liquidationmap.market.Liquidation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a venue says in one message.
public sealed interface StreamMessage {

    /// Anything that only shows that the venue is there: a greeting, an answer to a ping.
    StreamMessage SIGN_OF_LIFE = new SignOfLife();

    /// Liquidations, one from each row; a row that cannot be true costs only itself.
    ///
    /// @param event the liquidation a row tells of; null if it tells of none
    static <T> StreamMessage events(Iterable<T> rows, Function<T, @Nullable Liquidation> event) {
        List<Liquidation> events = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (T row : rows) {
            try {
                Liquidation liquidation = event.apply(row);
                if (liquidation != null) {
                    events.add(liquidation);
                }
            } catch (RuntimeException e) {
                refusals.add(e.getMessage() + ": " + row);
            }
        }
        return new Events(events, refusals);
    }

    /// Liquidations.
    ///
    /// @param refusals one reason for each row that was not used
    record Events(List<Liquidation> events, List<String> refusals) implements StreamMessage {
        public Events {
            events = List.copyOf(events);
            refusals = List.copyOf(refusals);
        }
    }

    /// A subscription is confirmed.
    ///
    /// @param subscription its id
    record Accepted(String subscription) implements StreamMessage {}

    /// A subscription is refused.
    ///
    /// @param subscription its id; null if the venue does not say which
    /// @param reason for the operator
    record Rejected(@Nullable String subscription, String reason) implements StreamMessage {}

    /// Nothing that matters.
    record SignOfLife() implements StreamMessage {}
}
