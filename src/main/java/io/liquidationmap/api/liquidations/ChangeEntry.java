package io.liquidationmap.api.liquidations;

import io.liquidationmap.engine.Change;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What became of levels: after = before + opened − swept − closed.
record ChangeEntry(
        @Schema(description = "What stood at `from`, US dollars.")
        double beforeUsd,

        @Schema(description = "What stands at `to`, US dollars.")
        double afterUsd,

        @Schema(description = "What was opened in between, whatever became of it, US dollars.")
        double openedUsd,

        @Schema(description = "What price reached, US dollars: liquidated, or stopped out before.")
        double sweptUsd,

        @Schema(description = "What closed by itself, or with falling open interest, US dollars.")
        double closedUsd) {

    static final List<String> COLUMNS = List.of("before_usd", "after_usd", "opened_usd", "swept_usd", "closed_usd");

    static ChangeEntry of(Change change) {
        return new ChangeEntry(
                change.beforeUsd(), change.afterUsd(), change.openedUsd(), change.sweptUsd(), change.closedUsd());
    }

    /// The cells under [#COLUMNS].
    List<Double> cells() {
        return List.of(beforeUsd, afterUsd, openedUsd, sweptUsd, closedUsd);
    }
}
