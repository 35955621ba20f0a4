package io.liquidationmap.ingestion;

import io.liquidationmap.market.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where adapters report what a venue sent that cannot be true and is about no series and from no stream: rows of
/// listings, open interest of all contracts at once, margin tiers, positions. `/api/status` then tells how many there
/// were, of which venue, and why. A row costs only itself, and is refused again whenever it is read again.
///
/// What is of no interest is not refused: contracts that are no perpetuals, do not trade, or are priced in something
/// else than US dollars.
@FunctionalInterface
public interface RefusedRows {

    /// Counts a row.
    ///
    /// @param venue who sent it
    /// @param subject what it is about, as `listing of BTCUSDT`
    /// @param reason what is wrong with it, for the operator
    void refuse(Venue venue, String subject, String reason);

    /// What can be made of a row; one of which the reading throws is refused.
    ///
    /// @param subject what it is about, as `listing of BTCUSDT`
    /// @param reading tells what it says, or nothing where it is of no interest
    /// @throws VenueUnavailableException if the reading does, because the venue was asked for more and did not answer
    default <T> Optional<T> read(Venue venue, String subject, Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (VenueUnavailableException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            refuse(venue, subject, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            refuse(venue, subject, "it cannot be understood: " + e);
        }
        return Optional.empty();
    }

    /// What can be made of the rows of a listing, in their order.
    ///
    /// @param symbol the contract a row is about
    /// @param reading as in [#read]
    default <R, T> List<T> listing(
            Venue venue, Collection<R> rows, Function<R, String> symbol, Function<R, Optional<T>> reading) {
        List<T> listed = new ArrayList<>();
        for (R row : rows) {
            read(venue, "listing of " + name(row, symbol), () -> reading.apply(row))
                    .ifPresent(listed::add);
        }
        return listed;
    }

    /// What is open in each contract, by its symbol.
    ///
    /// @param symbol the contract a row is about
    /// @param usd US dollars, or nothing where the row does not say; throws as in [#read]
    default <R> Map<String, Double> openInterestUsd(
            Venue venue, Collection<R> rows, Function<R, String> symbol, Function<R, Optional<Double>> usd) {
        Map<String, Double> open = new HashMap<>();
        for (R row : rows) {
            read(venue, "open interest of " + name(row, symbol), () -> usd.apply(row))
                    .ifPresent(value -> open.put(symbol.apply(row), value));
        }
        return open;
    }

    /// A field without which nothing can be made of a row.
    ///
    /// @param name what it is, with its article
    /// @throws IllegalArgumentException if it is not there
    static <T> T required(@Nullable T field, String name) {
        if (field == null) {
            throw new IllegalArgumentException("it does not have " + name);
        }
        return field;
    }

    private static <R> String name(R row, Function<R, String> symbol) {
        return row == null ? "nothing" : symbol.apply(row);
    }
}
