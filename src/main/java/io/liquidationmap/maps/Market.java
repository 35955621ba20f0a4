package io.liquidationmap.maps;

import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.List;

/// A question brought face to face with the data: which instruments answer it, as of when, and from what input. Two
/// equal fingerprints give byte-identical answers to the same question.
///
/// @param symbol as it is echoed: the base asset, or the venue symbol as the venue spells it
/// @param venues the venues that contribute, by name
/// @param asOf the instant the answer is for
/// @param simulated whether any of the data comes from a simulated venue
/// @param coverage one entry per instrument
/// @param modelVersion name and version of the model and its parameters
/// @param inputHash digest of every bar and parameter the answer depends on
/// @param dataChangedAt end of the last bar the answer uses
public record Market(
        String symbol,
        List<Venue> venues,
        Range range,
        Model model,
        Instant asOf,
        boolean simulated,
        List<Coverage> coverage,
        String modelVersion,
        String inputHash,
        Instant dataChangedAt) {
    public Market {
        venues = List.copyOf(venues);
        coverage = List.copyOf(coverage);
    }

    /// The same market, where an answer depends on more than its map does.
    Market withInputHash(String hash) {
        return new Market(symbol, venues, range, model, asOf, simulated, coverage, modelVersion, hash, dataChangedAt);
    }
}
