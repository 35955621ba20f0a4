package io.liquidationmap.ingestion;

import io.liquidationmap.ingestion.binance.FakeBinance;
import io.liquidationmap.ingestion.bitget.FakeBitget;
import io.liquidationmap.ingestion.bitmex.FakeBitmex;
import io.liquidationmap.ingestion.bybit.FakeBybit;
import io.liquidationmap.ingestion.deribit.FakeDeribit;
import io.liquidationmap.ingestion.dydx.FakeDydx;
import io.liquidationmap.ingestion.gate.FakeGate;
import io.liquidationmap.ingestion.hyperliquid.FakeHyperliquid;
import io.liquidationmap.ingestion.kraken.FakeKraken;
import io.liquidationmap.ingestion.okx.FakeOkx;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Every venue the service knows, each over HTTP at an address of its own, and the same market at all of them.
final class AllVenues implements AutoCloseable {

    private static final Map<String, BiConsumer<FakeVenueServer, Clock>> FAKES = Map.ofEntries(
            Map.entry("binance", FakeBinance::usdMargined),
            Map.entry("binance-coinm", FakeBinance::coinMargined),
            Map.entry("bitget", FakeBitget::new),
            Map.entry("bitmex", FakeBitmex::new),
            Map.entry("bybit", FakeBybit::new),
            Map.entry("deribit", FakeDeribit::new),
            Map.entry("dydx", FakeDydx::new),
            Map.entry("gate", FakeGate::new),
            Map.entry("hyperliquid", FakeHyperliquid::new),
            Map.entry("kraken", FakeKraken::new),
            Map.entry("okx", FakeOkx::new));

    /// All contracts on the one coin of the market.
    static final List<Contract> CONTRACTS = List.of(
            new Contract("binance", "BTCUSDT", ContractType.LINEAR, Telling.EVERYTHING),
            new Contract("binance-coinm", "BTCUSD_PERP", ContractType.INVERSE, Telling.EVERYTHING),
            new Contract("bitget", "BTCPERP", ContractType.LINEAR, Telling.BITGET),
            new Contract("bitget", "BTCUSD", ContractType.INVERSE, Telling.BITGET),
            new Contract("bitget", "BTCUSDT", ContractType.LINEAR, Telling.BITGET_USDT),
            new Contract("bitmex", "XBTUSD", ContractType.INVERSE, Telling.TRADES),
            new Contract("bitmex", "XBTUSDT", ContractType.LINEAR, Telling.TRADES),
            new Contract("bybit", "BTCPERP", ContractType.LINEAR, Telling.BYBIT_USDC),
            new Contract("bybit", "BTCUSD", ContractType.INVERSE, Telling.BYBIT),
            new Contract("bybit", "BTCUSDT", ContractType.LINEAR, Telling.BYBIT),
            new Contract("deribit", "BTC-PERPETUAL", ContractType.INVERSE, Telling.TRADES),
            new Contract("deribit", "BTC_USDC-PERPETUAL", ContractType.LINEAR, Telling.TRADES),
            new Contract("dydx", "BTC-USD", ContractType.LINEAR, Telling.DYDX),
            new Contract("gate", "BTC_USD", ContractType.INVERSE, Telling.GATE_INVERSE),
            new Contract("gate", "BTC_USDT", ContractType.LINEAR, Telling.GATE),
            new Contract("hyperliquid", "BTC", ContractType.LINEAR, Telling.HYPERLIQUID),
            new Contract("kraken", "PF_XBTUSD", ContractType.LINEAR, Telling.KRAKEN),
            new Contract("kraken", "PI_XBTUSD", ContractType.INVERSE, Telling.KRAKEN),
            new Contract("okx", "BTC-USD-SWAP", ContractType.INVERSE, Telling.EVERYTHING),
            new Contract("okx", "BTC-USDC-SWAP", ContractType.LINEAR, Telling.EVERYTHING),
            new Contract("okx", "BTC-USDT-SWAP", ContractType.LINEAR, Telling.EVERYTHING));

    private final Map<String, FakeVenueServer> servers = new TreeMap<>();

    AllVenues(Clock clock) {
        FAKES.forEach((venue, fake) -> {
            FakeVenueServer server = new FakeVenueServer();
            fake.accept(server, clock);
            servers.put(venue, server);
        });
        // One site has the archives of both.
        server("binance").answer("/data/futures/cm/", server("binance-coinm")::usualAnswer);
    }

    /// A contract, and what its venue tells of it.
    record Contract(InstrumentId id, ContractType type, Telling telling) {
        private Contract(String venue, String symbol, ContractType type, Telling telling) {
            this(InstrumentId.of(venue, symbol), type, telling);
        }
    }

    /// The venues, by name.
    static List<String> names() {
        return FAKES.keySet().stream().sorted().toList();
    }

    FakeVenueServer server(String venue) {
        return Objects.requireNonNull(servers.get(venue), venue);
    }

    /// Settings by which a service finds them.
    List<String> properties() {
        List<String> properties = new ArrayList<>();
        servers.forEach((venue, server) -> {
            String prefix = "liquidationmap.venues." + venue;
            properties.add(prefix + ".enabled=true");
            properties.add(prefix + ".rest-url=" + server.url());
        });
        properties.add(
                "liquidationmap.venues.binance.archive-url=" + server("binance").url());
        properties.add(
                "liquidationmap.venues.binance.web-url=" + server("binance").url());
        properties.add("liquidationmap.venues.hyperliquid.statistics-url="
                + server("hyperliquid").url());
        return properties;
    }

    @Override
    public void close() {
        servers.values().forEach(FakeVenueServer::close);
    }
}
