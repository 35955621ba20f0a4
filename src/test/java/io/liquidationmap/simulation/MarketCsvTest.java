package io.liquidationmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Interval;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketCsvTest {

    private static final Instant START = Instant.parse("2025-07-01T00:00:00Z");

    @Test
    void write_writesPlainNumbersAndLeavesTheUnknownBlank() throws IOException {
        BarSeries bars = BarSeries.builder(Interval.ONE_HOUR, 2)
                .add(START.toEpochMilli(), 100, 110.5, 90, 101, true, 100, 12_345_678, 0.0001, 5, 1.25, 0, Double.NaN)
                .add(
                        START.toEpochMilli() + 3_600_000,
                        1,
                        1,
                        1,
                        1,
                        true,
                        1,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)
                .build();
        assertThat(text(bars)).isEqualTo("""
                time,open,high,low,close,volume,taker_buy_volume,open_interest,long_short_ratio,\
                liquidated_long_usd,liquidated_short_usd
                2025-07-01T00:00:00Z,100.0,110.5,90.0,101.0,12345678,0.00010,5.0,1.25,0.0,
                2025-07-01T01:00:00Z,1.0,1.0,1.0,1.0,,,,,,
                """);
    }

    @Test
    void write_writesTheColumnsAskedFor_inTheirOrder() throws IOException {
        BarSeries bars = Worlds.ordinary()
                .getFirst()
                .market(START, Interval.ONE_HOUR, LiquidationFeed.NONE)
                .record(3, Set.of())
                .bars();
        StringBuilder text = new StringBuilder();
        MarketCsv.write(bars, Set.of(MarketCsv.Column.CLOSE, MarketCsv.Column.TIME), text);
        assertThat(text.toString().lines()).hasSize(4).first().isEqualTo("time,close");
    }

    @Test
    void write_canBeReadBackExactly() throws IOException {
        BarSeries bars = Worlds.hostile()
                .getFirst()
                .market(START, Interval.FIVE_MINUTES, LiquidationFeed.THROTTLED)
                .record(2000, Set.of())
                .bars();
        List<String> lines = text(bars).lines().skip(1).toList();
        assertThat(lines).hasSize(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            assertThat(Instant.parse(cells[0]).toEpochMilli()).isEqualTo(bars.openTimeMs(i));
            double[] expected = {
                bars.open(i),
                bars.high(i),
                bars.low(i),
                bars.close(i),
                bars.volume(i),
                bars.takerBuyVolume(i),
                bars.openInterest(i),
                bars.longShortRatio(i),
                bars.liquidatedLongUsd(i),
                bars.liquidatedShortUsd(i)
            };
            for (int j = 0; j < expected.length; j++) {
                assertThat(Double.parseDouble(cells[j + 1])).isEqualTo(expected[j]);
            }
        }
    }

    private static String text(BarSeries bars) throws IOException {
        StringBuilder text = new StringBuilder();
        MarketCsv.write(bars, text);
        return text.toString();
    }
}
