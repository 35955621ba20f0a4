package io.liquidationmap.ingestion.demo;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Venue;
import io.liquidationmap.simulation.SimulatedMarket;
import io.liquidationmap.simulation.WorldParameters;
import java.time.Instant;
import java.util.List;

/// What trades at the simulated venue: three coins against USDT, and Bitcoin once more as an inverse contract whose
/// price follows the first.
final class DemoListing {

    static final Venue VENUE = new Venue("demo");

    private final Instant origin;
    private final long seed;

    DemoListing(DemoProperties properties) {
        origin = properties.origin();
        seed = properties.seed();
    }

    List<DemoMarket> markets() {
        WorldParameters bitcoin = WorldParameters.draw(seed).scaledTo(60_000, 6e9);
        return List.of(
                linear("BTC", seed, bitcoin),
                linear("ETH", seed + 1, WorldParameters.draw(seed + 1).scaledTo(2_500, 4e9)),
                linear("SOL", seed + 2, WorldParameters.draw(seed + 2).scaledTo(150, 1e9)),
                inverse("BTC", seed + 3, WorldParameters.draw(seed + 3).scaledTo(60_000, 1e9), bitcoin));
    }

    private DemoMarket linear(String base, long worldSeed, WorldParameters parameters) {
        Instrument instrument =
                new Instrument(new InstrumentId(VENUE, base + "USDT"), base, "USDT", ContractType.LINEAR);
        return new DemoMarket(
                instrument, origin, () -> SimulatedMarket.of(parameters, worldSeed, origin, DemoMarket.GRAIN));
    }

    private DemoMarket inverse(String base, long worldSeed, WorldParameters parameters, WorldParameters leader) {
        Instrument instrument =
                new Instrument(new InstrumentId(VENUE, base + "USD"), base, "USD", ContractType.INVERSE);
        WorldParameters inverse = parameters.withContract(ContractType.INVERSE);
        return new DemoMarket(
                instrument,
                origin,
                () -> SimulatedMarket.following(inverse, worldSeed, leader, seed, origin, DemoMarket.GRAIN));
    }
}
