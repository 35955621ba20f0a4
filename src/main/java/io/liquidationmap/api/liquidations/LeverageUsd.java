package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.Share;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// A part of an amount, by leverage.
record LeverageUsd(
        @Schema(example = "10", description = "Nominal leverage, or `cross` for margin shared between positions.")
        String leverage,

        @Schema(description = "US dollars.") double usd) {

    static List<LeverageUsd> of(List<Share> shares) {
        return shares.stream()
                .map(share -> new LeverageUsd(share.name(), share.usd()))
                .toList();
    }
}
