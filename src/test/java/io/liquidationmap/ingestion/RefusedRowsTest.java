package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusedRowsTest {

    private static final Venue VENUE = new Venue("fake");

    private final List<String> refusals = new ArrayList<>();
    private final RefusedRows refused = (venue, subject, reason) -> refusals.add(venue + " " + subject + ": " + reason);

    /// A row of a listing.
    private record Row(
            String symbol, @Nullable String coin, @Nullable Double usd) {

        private Optional<String> base() {
            String base = RefusedRows.required(coin, "a coin");
            return base.equals("EUR") ? Optional.empty() : Optional.of(base);
        }
    }

    @Test
    void listing_isWhatCanBeMadeOfIt() {
        List<Row> rows = Arrays.asList(
                new Row("BTCUSDT", "BTC", 1.0),
                new Row("XYZUSDT", null, 1.0),
                null,
                new Row("EURUSDT", "EUR", 1.0),
                new Row("ETHUSDT", "ETH", 1.0));

        assertThat(refused.listing(VENUE, rows, Row::symbol, Row::base)).containsExactly("BTC", "ETH");
        assertThat(refusals)
                .satisfiesExactly(
                        refusal -> assertThat(refusal).isEqualTo("fake listing of XYZUSDT: it does not have a coin"),
                        refusal -> assertThat(refusal)
                                .startsWith("fake listing of nothing: it cannot be understood: "
                                        + "java.lang.NullPointerException"));
    }

    @Test
    void openInterest_thatIsNotStated_isNotRefused() {
        List<Row> rows = List.of(new Row("BTCUSDT", "BTC", 2.5), new Row("ETHUSDT", "ETH", null));

        assertThat(refused.openInterestUsd(VENUE, rows, Row::symbol, row -> Optional.ofNullable(row.usd)))
                .isEqualTo(Map.of("BTCUSDT", 2.5));
        assertThat(refusals).isEmpty();
    }

    @Test
    void aVenueThatDoesNotAnswer_isNoRow() {
        VenueUnavailableException failure = new VenueUnavailableException("answered 500", null, null);

        assertThatThrownBy(() -> refused.read(VENUE, "margin tiers of BTCUSDT", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(refusals).isEmpty();
    }
}
