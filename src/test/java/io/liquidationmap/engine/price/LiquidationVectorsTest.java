package io.liquidationmap.engine.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.MarginTier;
import io.liquidationmap.market.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks prices that venues themselves returned or printed, kept outside the project: the JSON file named by the
/// environment variable or system property `LIQUIDATIONMAP_VECTORS`. Skipped where there is none.
class LiquidationVectorsTest {

    private static final String FILE = "LIQUIDATIONMAP_VECTORS";

    @TestFactory
    List<DynamicTest> evaluate_reproducesThePublishedPrice() throws IOException {
        Optional<Path> file = Optional.ofNullable(System.getProperty(FILE, System.getenv(FILE)))
                .map(Path::of)
                .filter(Files::isReadable);
        if (file.isEmpty()) {
            return List.of(DynamicTest.dynamicTest("none", () -> abort(FILE + " does not name a readable file")));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : JsonMapper.shared().readTree(Files.readString(file.get()))) {
            tests.add(DynamicTest.dynamicTest(vector.get("id").asString(), () -> check(vector)));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void check(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        LiquidationResult result = formula(vector).evaluate(position(vector, inputs), schedule(inputs));

        assertThat(result).isInstanceOfSatisfying(LiquidationResult.Limits.class, limits -> {
            assertThat(limits.liquidation().orElseThrow())
                    .isCloseTo(
                            vector.get("expected").asDouble(),
                            within(vector.get("tolerance").asDouble()));
            if (vector.has("expectedBankruptcy")) {
                assertThat(limits.bankruptcy().orElseThrow())
                        .isCloseTo(
                                vector.get("expectedBankruptcy").asDouble(),
                                within(vector.get("tolerance").asDouble()));
            }
        });
    }

    private static LiquidationFormula formula(JsonNode vector) {
        String venue = vector.get("venue").asString();
        return switch (venue) {
            case "binance-usdm", "binance-coinm", "hyperliquid", "dydx-v4" -> LiquidationFormula.MAINTENANCE_ON_VALUE;
            case "okx", "gate", "bitget" -> LiquidationFormula.MAINTENANCE_AND_FEE_ON_VALUE;
            case "bybit", "bitmex" -> LiquidationFormula.MAINTENANCE_ON_ENTRY_VALUE;
            default -> throw new IllegalArgumentException("no formula is known for " + venue);
        };
    }

    private static Position position(JsonNode vector, JsonNode inputs) {
        Side side = Side.valueOf(vector.get("side").asString().toUpperCase(Locale.ROOT));
        ContractType contract =
                ContractType.valueOf(vector.get("contract").asString().toUpperCase(Locale.ROOT));
        double entry = first(inputs, "entry", "price").orElseThrow();
        double quantity = quantity(inputs);
        boolean isCross = vector.get("mode").asString().equals("cross");
        return new Position(
                side, entry, contract, quantity, isCross ? cross(inputs) : isolated(inputs, entry, quantity));
    }

    private static double quantity(JsonNode inputs) {
        double contractSize = first(inputs, "contractSizeUsd", "contractSize").orElse(1.0);
        return Math.abs(
                first(inputs, "qty", "szi", "size", "qtyUsd", "contracts").orElse(1.0) * contractSize);
    }

    private static Margin cross(JsonNode inputs) {
        double balance = first(inputs, "walletBalance", "walletBalanceBtc", "balanceBtc", "walletUsdt")
                .orElseThrow();
        double maintenance = 0;
        double profit = 0;
        for (JsonNode other : inputs.path("others")) {
            double quantity = other.get("qty").asDouble();
            double mark = other.get("mark").asDouble();
            maintenance += quantity * mark * other.get("mmr").asDouble()
                    - other.get("cum").asDouble();
            profit += quantity * (mark - other.get("entry").asDouble());
        }
        return new Margin.Cross(balance, maintenance, profit);
    }

    private static Margin isolated(JsonNode inputs, double entry, double quantity) {
        Optional<Double> rawUsd = first(inputs, "rawUsd");
        double margin = rawUsd.map(usd -> usd + quantity * entry)
                .or(() -> first(inputs, "isolatedWallet", "margin", "isolatedMargin", "equity"))
                .orElseGet(() -> quantity * entry / inputs.get("leverage").asDouble());
        return new Margin.Isolated(margin);
    }

    private static MarginSchedule schedule(JsonNode inputs) {
        double rate = first(inputs, "mmr", "mmf")
                .orElseGet(() -> 0.5 / inputs.get("maxLeverage").asDouble());
        double amount = first(inputs, "cum", "cumBtc").orElse(0.0);
        MarginTier tier = new MarginTier(0, Double.POSITIVE_INFINITY, rate, amount, 125);
        return new MarginSchedule(
                List.of(tier), first(inputs, "takerFee").orElse(0.0), "vector", LocalDate.of(2026, 11, 22));
    }

    private static Optional<Double> first(JsonNode inputs, String... names) {
        return List.of(names).stream()
                .filter(inputs::has)
                .findFirst()
                .map(name -> inputs.get(name).asDouble());
    }
}
