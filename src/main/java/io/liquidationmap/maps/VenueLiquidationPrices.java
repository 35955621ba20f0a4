package io.liquidationmap.maps;

import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.engine.price.LiquidationResult;
import io.liquidationmap.engine.price.Margin;
import io.liquidationmap.engine.price.Position;
import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.maps.QuestionException.UnknownSymbol;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Liquidation prices by the formula configured for the venue and the margin tiers last known of the instrument; with
/// assumed tiers at a venue whose formula is known but of which nothing has been ingested.
@Component
class VenueLiquidationPrices implements LiquidationPrices {

    private static final double DEFAULT_COINS = 1;
    private static final double DEFAULT_USD = 10_000;

    private final Listings listings;
    private final InstrumentCatalog catalog;
    private final VenueFormulas formulas;

    VenueLiquidationPrices(Listings listings, InstrumentCatalog catalog, VenueFormulas formulas) {
        this.listings = listings;
        this.catalog = catalog;
        this.formulas = formulas;
    }

    @Override
    public Answer priceOf(Query query) {
        Instrument instrument = instrument(query);
        MarginSchedule schedule = catalog.marginSchedule(instrument.id(), query.asOf())
                .orElseGet(() -> MarginSchedule.assumed(instrument.contract()));
        Position position = position(query, instrument.contract());
        LiquidationFormula formula = formulas.of(query.venue());
        double value = position.valueAt(position.entryPrice());
        double allowed = schedule.tierFor(value).maxLeverage();
        return switch (formula.evaluate(position, schedule)) {
            case LiquidationResult.DueAtEntry _ -> throw atOnce(query, allowed);
            case LiquidationResult.Limits limits -> answer(instrument, position, schedule, formula, limits, allowed);
        };
    }

    private static Answer answer(
            Instrument instrument,
            Position position,
            MarginSchedule schedule,
            LiquidationFormula formula,
            LiquidationResult.Limits limits,
            double allowed) {
        MarginTier tier = limits.tier();
        double margin = position.margin().available();
        return new Answer(
                instrument,
                limits.liquidation(),
                limits.bankruptcy(),
                position.valueAt(position.entryPrice()) / margin,
                position.quantity(),
                margin,
                tier.maintenanceMarginRate(),
                tier.maintenanceAmount(),
                allowed,
                VenueFormulas.nameOf(formula),
                schedule.source(),
                schedule.asOf());
    }

    private static Position position(Query query, ContractType contract) {
        double quantity = query.quantity() != null
                ? query.quantity()
                : contract == ContractType.LINEAR ? DEFAULT_COINS : DEFAULT_USD;
        if (query.margin() != null) {
            Margin margin = new Margin.Isolated(query.margin());
            return new Position(query.side(), query.entry(), contract, quantity, margin);
        }
        if (query.leverage() == null) {
            throw new ImpossiblePositionException("leverage", "is missing", "leverage or margin");
        }
        return Position.withLeverage(query.side(), query.entry(), contract, quantity, query.leverage());
    }

    private static ImpossiblePositionException atOnce(Query query, double allowed) {
        String parameter = query.margin() != null ? "margin" : "leverage";
        return new ImpossiblePositionException(
                parameter,
                "would be liquidated at once: the margin does not exceed the maintenance margin at entry",
                String.format(Locale.ROOT, "a leverage of at most %s for a position of this size", plain(allowed)));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private Instrument instrument(Query query) {
        Listing listing = listings.current();
        Selection.requireKnown(Set.of(query.venue()), listing);
        List<Instrument> there = listing.instruments().stream()
                .filter(instrument -> instrument.venue().equals(query.venue()))
                .toList();
        if (there.isEmpty()) {
            return UnlistedInstrument.of(query.venue(), query.symbol());
        }
        return there.stream()
                .filter(instrument -> instrument.symbol().equalsIgnoreCase(query.symbol())
                        || instrument.base().equalsIgnoreCase(query.symbol()))
                // The exact symbol first, then linear before inverse.
                .min(Comparator.comparing(
                                (Instrument instrument) -> !instrument.symbol().equalsIgnoreCase(query.symbol()))
                        .thenComparing(Instrument::contract)
                        .thenComparing(Instrument::symbol))
                .orElseThrow(() ->
                        new UnknownSymbol(there.stream().map(Instrument::symbol).collect(Collectors.joining(", "))));
    }
}
