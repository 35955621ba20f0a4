package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.Share;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// A part of an amount, by venue.
record VenueUsd(
        @Schema(example = "binance") String venue,
        @Schema(description = "US dollars.") double usd) {

    static List<VenueUsd> of(List<Share> shares) {
        return shares.stream()
                .map(share -> new VenueUsd(share.name(), share.usd()))
                .toList();
    }
}
