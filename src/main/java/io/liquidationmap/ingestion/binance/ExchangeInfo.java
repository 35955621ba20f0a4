package io.liquidationmap.ingestion.binance;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.binance.FuturesMarket.Listed;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is listed.
record ExchangeInfo(List<Symbol> symbols) {

    /// The perpetuals of one kind that trade. Since both markets share what is behind them, either may list the other's.
    List<Listed> perpetuals(Venue venue, ContractType contract, RefusedRows refused) {
        return perpetuals(venue, contract, refused, row -> row.listed(venue, contract));
    }

    /// The inverse perpetuals that trade, with the worth of one contract in US dollars.
    Map<Instrument, Double> contractsUsd(Venue venue, RefusedRows refused) {
        ContractType inverse = ContractType.INVERSE;
        Map<Instrument, Double> contracts = new HashMap<>();
        perpetuals(venue, inverse, refused, row -> Map.entry(row.listed(venue, inverse), row.contractUsd()))
                .forEach(contract -> contracts.put(contract.getKey().instrument(), contract.getValue()));
        return contracts;
    }

    private <T> List<T> perpetuals(
            Venue venue, ContractType contract, RefusedRows refused, Function<Symbol, T> reading) {
        return refused.listing(
                venue,
                symbols,
                Symbol::symbol,
                row -> row.trades() && row.mayBe(contract) ? Optional.of(reading.apply(row)) : Optional.empty());
    }

    /// A contract.
    ///
    /// @param pair what its statistics are of; only said of COIN-M contracts
    /// @param contractType `PERPETUAL`, or one of dated and other contracts
    /// @param status `TRADING` while it trades
    /// @param marginAsset the currency it settles in
    /// @param contractSize worth of one COIN-M contract, US dollars
    /// @param onboardDate when it was listed, epoch milliseconds
    record Symbol(
            String symbol,
            @Nullable String pair,
            @Nullable String contractType,
            @JsonAlias("contractStatus") @Nullable String status,
            @Nullable String baseAsset,
            @Nullable String quoteAsset,
            @Nullable String marginAsset,
            @Nullable Double contractSize,
            @Nullable Long onboardDate) {

        private boolean trades() {
            return "PERPETUAL".equals(contractType) && "TRADING".equals(status);
        }

        /// Without its coin it may be either.
        private boolean mayBe(ContractType contract) {
            boolean inverse = marginAsset != null && marginAsset.equals(baseAsset);
            return baseAsset == null || inverse == (contract == ContractType.INVERSE);
        }

        /// @throws IllegalArgumentException if it has no proper name or size
        private Listed listed(Venue venue, ContractType contract) {
            Instrument instrument = new Instrument(
                    new InstrumentId(venue, symbol),
                    RefusedRows.required(baseAsset, "a base asset"),
                    RefusedRows.required(quoteAsset, "a quote asset"),
                    contract);
            if (contract == ContractType.INVERSE && !hasWorth()) {
                throw new IllegalArgumentException("a contract is worth " + contractSize + " US dollars");
            }
            return new Listed(instrument, onboardDate == null ? null : Instant.ofEpochMilli(onboardDate));
        }

        private boolean hasWorth() {
            return contractSize != null && contractSize > 0 && !contractSize.isInfinite();
        }

        /// Worth of one contract, US dollars.
        ///
        /// @throws VenueUnavailableException if the listing does not say
        double contractUsd() {
            if (contractSize == null || !(contractSize > 0)) {
                throw new VenueUnavailableException("does not say what a contract of " + symbol + " is", null, null);
            }
            return contractSize;
        }

        /// What statistics are of.
        ///
        /// @throws VenueUnavailableException if the listing does not say
        String pairName() {
            if (pair == null) {
                throw new VenueUnavailableException("does not say what pair " + symbol + " is of", null, null);
            }
            return pair;
        }
    }
}
