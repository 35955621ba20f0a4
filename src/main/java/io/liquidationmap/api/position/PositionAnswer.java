package io.liquidationmap.api.position;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.LiquidationPrices;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Liquidation and bankruptcy price of one position.
record PositionAnswer(
        @Schema(example = "binance") String venue,

        @Schema(example = "BTCUSDT", description = "The venue's own instrument.")
        String symbol,

        @Schema(description = "The instant whose margin tiers apply.")
        Instant asOf,

        @Schema(description = "The same, epoch milliseconds.")
        long asOfMs,

        @Schema(
                allowableValues = {"long", "short"},
                description = "The direction of the position.")
        String side,

        @Schema(description = "Quote currency per coin.") double entryPrice,

        @Schema(description = "Effective leverage at entry.")
        double leverage,

        @Schema(description = "Coins of a linear contract, US dollars of an inverse one.")
        double quantity,

        @Schema(description = "Isolated margin, settlement currency.")
        double margin,

        @Schema(description = "Quote currency per coin; null where no price can liquidate the position.") @Nullable Double liquidationPrice,

        @Schema(description = "Where the margin is used up, quote currency per coin; null where no price does that.")
        @Nullable Double bankruptcyPrice,

        @Schema(description = "Of the tier that applies at the liquidation price; a fraction.")
        double maintenanceMarginRate,

        @Schema(description = "Of that tier, settlement currency.")
        double maintenanceAmount,

        @Schema(description = "Allowed for a position of that size.")
        double maxLeverage,

        @Schema(description = "Name of the formula.") String formula,

        @Schema(
                example = "Binance web site, undocumented",
                description = "Where the margin tiers come from: the venue, a built-in table, or an assumption.")
        String tiersSource,

        @Schema(description = "The day on which they held.") LocalDate tiersAsOf,

        @Schema(
                allowableValues = {"linear", "inverse"},
                description = "Whether size is in coins (linear) or in US dollars (inverse).")
        String contract,

        @Schema(example = "USDT", description = "In which prices are.")
        String quoteCurrency,

        @Schema(
                example = "USDT",
                description =
                        "In which margin and maintenanceAmount are: the quote currency of a linear contract, the coin"
                                + " of an inverse one.")
        String settlementCurrency,

        @Schema(example = "BTC", description = "In which quantity is.")
        String quantityUnit)
        implements Tabular {

    static PositionAnswer of(LiquidationPrices.Query position, LiquidationPrices.Answer answer) {
        Instrument instrument = answer.instrument();
        boolean linear = instrument.contract() == ContractType.LINEAR;
        return new PositionAnswer(
                position.venue().name(),
                instrument.symbol(),
                position.asOf(),
                position.asOf().toEpochMilli(),
                Choice.nameOf(position.side()),
                position.entry(),
                answer.leverage(),
                answer.quantity(),
                answer.margin(),
                orNull(answer.liquidationPrice()),
                orNull(answer.bankruptcyPrice()),
                answer.maintenanceMarginRate(),
                answer.maintenanceAmount(),
                answer.maxLeverage(),
                answer.formula(),
                answer.tiersSource(),
                answer.tiersAsOf(),
                Choice.nameOf(instrument.contract()),
                instrument.quote(),
                linear ? instrument.quote() : instrument.base(),
                linear ? instrument.base() : instrument.quote());
    }

    /// One row: prices in the quote currency, margins in the currency of settlement.
    @Override
    public Table table() {
        return Table.withColumns(List.of(
                        "venue",
                        "symbol",
                        "as_of",
                        "side",
                        "entry_price_quote",
                        "leverage",
                        "quantity",
                        "margin_settlement",
                        "liquidation_price_quote",
                        "bankruptcy_price_quote",
                        "maintenance_margin_rate",
                        "maintenance_amount_settlement",
                        "max_leverage",
                        "formula",
                        "tiers_source",
                        "tiers_as_of",
                        "contract",
                        "quote_currency",
                        "settlement_currency",
                        "quantity_unit"))
                .row(
                        venue,
                        symbol,
                        asOf,
                        side,
                        entryPrice,
                        leverage,
                        quantity,
                        margin,
                        liquidationPrice,
                        bankruptcyPrice,
                        maintenanceMarginRate,
                        maintenanceAmount,
                        maxLeverage,
                        formula,
                        tiersSource,
                        tiersAsOf,
                        contract,
                        quoteCurrency,
                        settlementCurrency,
                        quantityUnit);
    }

    private static @Nullable Double orNull(OptionalDouble price) {
        return price.isPresent() ? price.getAsDouble() : null;
    }
}
