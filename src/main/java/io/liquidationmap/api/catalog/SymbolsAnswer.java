package io.liquidationmap.api.catalog;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Millis;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.MarketDirectory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What can be asked about.
record SymbolsAnswer(
        @Schema(description = "The instant the answer is for: the beginning of the present minute.")
        Instant asOf,

        long asOfMs,
        @Schema(description = "By name.") List<SymbolEntry> symbols)
        implements Tabular {

    static SymbolsAnswer of(Instant asOf, List<MarketDirectory.SymbolEntry> symbols) {
        return new SymbolsAnswer(
                asOf, asOf.toEpochMilli(), symbols.stream().map(SymbolEntry::of).toList());
    }

    @Override
    public Table table() {
        Table table = Table.withColumns(List.of(
                "symbol",
                "venue",
                "instrument",
                "base",
                "quote",
                "contract",
                "interval",
                "from",
                "to",
                "bars",
                "as_of"));
        for (SymbolEntry symbol : symbols) {
            for (InstrumentEntry instrument : symbol.instruments()) {
                table.row(
                        symbol.symbol(),
                        instrument.venue(),
                        instrument.instrument(),
                        instrument.base(),
                        instrument.quote(),
                        instrument.contract(),
                        instrument.interval(),
                        instrument.from(),
                        instrument.to(),
                        instrument.bars(),
                        asOf);
            }
        }
        return table;
    }

    /// A base asset and all that trades it.
    record SymbolEntry(
            @Schema(example = "BTC") String symbol,
            @Schema(description = "By venue.") List<InstrumentEntry> instruments) {

        static SymbolEntry of(MarketDirectory.SymbolEntry entry) {
            return new SymbolEntry(
                    entry.symbol(),
                    entry.instruments().stream().map(InstrumentEntry::of).toList());
        }
    }

    /// An instrument and the stretch of its history.
    record InstrumentEntry(
            @Schema(example = "binance") String venue,
            @Schema(example = "BTCUSDT") String instrument,
            @Schema(example = "BTC") String base,
            @Schema(example = "USDT") String quote,
            @Schema(allowableValues = {"linear", "inverse"}) String contract,

            @Schema(example = "1h", description = "Length of its bars; null while none is stored.") @Nullable String interval,

            @Schema(description = "Opening of the first bar; null while none is stored.") @Nullable Instant from,

            @Nullable Long fromMs,

            @Schema(description = "End of the last bar; null while none is stored.") @Nullable Instant to,

            @Nullable Long toMs,
            @Schema(description = "How many are stored.") long bars) {

        static InstrumentEntry of(MarketDirectory.InstrumentEntry entry) {
            return new InstrumentEntry(
                    entry.instrument().venue().name(),
                    entry.instrument().symbol(),
                    entry.instrument().base(),
                    entry.instrument().quote(),
                    Choice.nameOf(entry.instrument().contract()),
                    Objects.toString(entry.interval(), null),
                    entry.from(),
                    Millis.of(entry.from()),
                    entry.to(),
                    Millis.of(entry.to()),
                    entry.bars());
        }
    }
}
