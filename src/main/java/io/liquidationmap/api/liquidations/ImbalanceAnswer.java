package io.liquidationmap.api.liquidations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.MarketSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Up against down.
record ImbalanceAnswer(
        @JsonUnwrapped MarketEcho market,

        @Schema(description = "At 2, 5, 10 and 20 %, and at the ends of the window.")
        List<ImbalanceEntry> imbalance,

        @JsonUnwrapped Provenance provenance)
        implements Tabular {

    static ImbalanceAnswer of(MarketSnapshot snapshot, ImbalanceRequest request) {
        return new ImbalanceAnswer(
                MarketEcho.of(snapshot),
                ImbalanceEntry.of(snapshot.imbalance(request.window())),
                Provenance.of(snapshot.market()));
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(MarketEcho.COLUMNS);
        columns.addAll(List.of(
                "distance_pct", "low_price_usd", "high_price_usd", "up_usd", "down_usd", "ratio", "dominant_side"));
        Table table = Table.withColumns(columns);
        for (ImbalanceEntry entry : imbalance) {
            List<@Nullable Object> cells = market.cells();
            cells.add(entry.distancePct());
            cells.add(entry.lowPrice());
            cells.add(entry.highPrice());
            cells.add(entry.upUsd());
            cells.add(entry.downUsd());
            cells.add(entry.ratio());
            cells.add(entry.dominantSide());
            table.row(cells);
        }
        return table;
    }
}
