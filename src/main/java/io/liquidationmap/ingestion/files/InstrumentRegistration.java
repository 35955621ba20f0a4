package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.InstrumentCatalog;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.history.LiquidationCompleteness;
import io.liquidationmap.ingestion.MarketDataSource;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Denomination;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Pair;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Finds or creates the instrument that files are imported for.
@Component
@Profile(ImportCommand.NAME)
class InstrumentRegistration {

    private final InstrumentCatalog catalog;
    private final LiquidationCompleteness completeness;
    private final Set<Venue> ingested;

    InstrumentRegistration(
            InstrumentCatalog catalog, LiquidationCompleteness completeness, ObjectProvider<MarketDataSource> sources) {
        this.catalog = catalog;
        this.completeness = completeness;
        ingested = sources.stream().map(MarketDataSource::venue).collect(Collectors.toSet());
    }

    /// The instrument as it is known, or else as the request and its symbol describe it.
    ///
    /// @throws RequestRefusedException if the request says otherwise than what is known, or not enough
    Instrument resolve(ImportRequest request) {
        Optional<Instrument> known = catalog.find(request.instrument());
        known.ifPresent(instrument -> requireAgreement(instrument, request));
        return known.orElseGet(() -> describe(request));
    }

    /// Makes the instrument and its venue known, where they are not.
    ///
    /// @param liquidations how much of what was liquidated its bars show; null to leave that as it is
    /// @param now from when on they are
    void register(Instrument instrument, @Nullable Completeness liquidations, Instant now) {
        Venue venue = instrument.venue();
        if (catalog.venues().stream().map(KnownVenue::venue).noneMatch(venue::equals)) {
            catalog.register(new KnownVenue(venue, false));
        }
        catalog.register(instrument);
        if (liquidations != null) {
            completeness.declare(instrument.id(), liquidations);
        }
        // A venue that is ingested will say what its margins are, and what is said first holds for the past.
        if (!ingested.contains(venue)
                && catalog.marginSchedule(instrument.id(), now).isEmpty()) {
            catalog.record(instrument.id(), MarginSchedule.assumed(instrument.contract()), now);
        }
    }

    private static Instrument describe(ImportRequest request) {
        Optional<Pair> pair = Pair.ofSymbol(request.instrument().symbol());
        String base = orElse(request.base(), pair.map(Pair::base), "--base", request.instrument());
        String quote = orElse(request.quote(), pair.map(Pair::quote), "--quote", request.instrument());
        ContractType contract = Optional.ofNullable(request.contract()).orElse(ContractType.LINEAR);
        try {
            return new Instrument(request.instrument(), Denomination.of(base).coin(), quote, contract);
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(e.getMessage() + "; --base is " + base + " and --quote is " + quote);
        }
    }

    private static String orElse(
            @Nullable String given, Optional<String> spelled, String option, InstrumentId instrument) {
        return Optional.ofNullable(given)
                .or(() -> spelled)
                .orElseThrow(() -> new RequestRefusedException("the symbol " + instrument.symbol()
                        + " does not tell base and quote, because it does not end in USDT, USDC or USD; give "
                        + option));
    }

    private static void requireAgreement(Instrument known, ImportRequest request) {
        requireEqual("--base", known.base(), request.base(), known);
        requireEqual("--quote", known.quote(), request.quote(), known);
        ContractType contract = request.contract();
        requireEqual("--contract", lower(known.contract()), contract == null ? null : lower(contract), known);
    }

    private static void requireEqual(String option, String is, @Nullable String given, Instrument known) {
        if (given != null && !given.equals(is)) {
            throw new RequestRefusedException(
                    known.id() + " is known already, with " + option + "=" + is + "; it cannot become " + given);
        }
    }

    private static String lower(ContractType contract) {
        return contract.name().toLowerCase(Locale.ROOT);
    }
}
