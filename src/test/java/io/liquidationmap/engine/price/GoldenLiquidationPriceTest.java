package io.liquidationmap.engine.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.MarginSchedule;
import io.liquidationmap.market.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenLiquidationPriceTest {

    private static final String FILE = "liquidation-price.csv";

    /// What conditioning leaves of double precision in the worst case of the file.
    private static final double RELATIVE = 1e-13;

    static Stream<Arguments> cases() throws IOException {
        try (InputStream stream =
                        Objects.requireNonNull(GoldenLiquidationPriceTest.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            return rows.stream().map(row -> Arguments.of(Named.of(row.getField("case"), row)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void evaluate_givesTheRecordedPrices(NamedCsvRecord row) {
        LiquidationFormula formula = LiquidationFormula.valueOf(row.getField("formula"));

        LiquidationResult result = formula.evaluate(position(row), schedule(row));

        assertThat(result).isInstanceOfSatisfying(LiquidationResult.Limits.class, limits -> {
            assertPrice(limits.liquidation(), row.getField("liquidation"));
            assertPrice(limits.bankruptcy(), row.getField("bankruptcy"));
            if (!row.getField("published").isEmpty()) {
                assertThat(limits.liquidation().orElseThrow())
                        .isCloseTo(number(row, "published"), within(number(row, "rounding")));
            }
        });
    }

    private static void assertPrice(OptionalDouble actual, String expected) {
        if (expected.equals("never")) {
            assertThat(actual).isEmpty();
        } else {
            double price = Double.parseDouble(expected);
            assertThat(actual.orElseThrow()).isCloseTo(price, within(price * RELATIVE));
        }
    }

    private static Position position(NamedCsvRecord row) {
        Margin margin = row.getField("isolated").isEmpty()
                ? new Margin.Cross(number(row, "wallet"), number(row, "other_maintenance"), number(row, "other_profit"))
                : new Margin.Isolated(number(row, "isolated"));
        return new Position(
                Side.valueOf(row.getField("side")),
                number(row, "entry"),
                ContractType.valueOf(row.getField("contract")),
                number(row, "quantity"),
                margin);
    }

    private static MarginSchedule schedule(NamedCsvRecord row) {
        List<MarginSchedule.Step> steps = Arrays.stream(row.getField("tiers").split(" "))
                .map(step -> step.split(":"))
                .map(step -> new MarginSchedule.Step(
                        step[0].equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(step[0]),
                        Double.parseDouble(step[1]),
                        125))
                .toList();
        return MarginSchedule.ofSteps(steps, number(row, "taker_fee"), FILE, LocalDate.of(2026, 11, 22));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
