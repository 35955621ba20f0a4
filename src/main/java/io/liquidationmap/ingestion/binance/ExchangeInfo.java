package io.liquidationmap.ingestion.binance;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.ingestion.binance.FuturesMarket.Listed;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is listed.
record ExchangeInfo(List<Symbol> symbols) {

    private static final Logger log = LoggerFactory.getLogger(ExchangeInfo.class);

    /// The perpetuals of one kind that trade. Since both markets share what is behind them, either may list the other's.
    List<Listed> perpetuals(Venue venue, ContractType contract) {
        List<Listed> perpetuals = new ArrayList<>();
        for (Symbol symbol : symbols) {
            String base = symbol.baseAsset;
            String quote = symbol.quoteAsset;
            if (!symbol.trades() || symbol.kind() != contract || base == null || quote == null) {
                continue;
            }
            try {
                Instrument instrument = new Instrument(new InstrumentId(venue, symbol.symbol), base, quote, contract);
                perpetuals.add(new Listed(
                        instrument, symbol.onboardDate == null ? null : Instant.ofEpochMilli(symbol.onboardDate)));
            } catch (IllegalArgumentException e) {
                log.debug("{} is left out: {}", symbol, e.getMessage());
            }
        }
        return perpetuals;
    }

    /// The inverse perpetuals that trade, with the worth of one contract in US dollars; without those of which the listing
    /// does not say it.
    Map<Instrument, Double> contractsUsd(Venue venue) {
        Map<String, Double> known = new HashMap<>();
        for (Symbol symbol : symbols) {
            if (symbol.contractSize != null && symbol.contractSize > 0) {
                known.put(symbol.symbol, symbol.contractSize);
            }
        }
        Map<Instrument, Double> contracts = new HashMap<>();
        for (Listed listed : perpetuals(venue, ContractType.INVERSE)) {
            Double usd = known.get(listed.instrument().symbol());
            if (usd != null) {
                contracts.put(listed.instrument(), usd);
            }
        }
        return contracts;
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

        private ContractType kind() {
            return marginAsset != null && marginAsset.equals(baseAsset) ? ContractType.INVERSE : ContractType.LINEAR;
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
