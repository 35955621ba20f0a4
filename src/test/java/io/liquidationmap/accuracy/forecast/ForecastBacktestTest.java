package io.liquidationmap.accuracy.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liquidationmap.engine.LiquidationMap;
import io.liquidationmap.market.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastBacktestTest {

    private static final SimulatedHistory HISTORY = SimulatedHistory.of(1, 75);

    @Test
    void forecast_asksTheMapForTheDistanceThatPriceThenWent() {
        Forecast forecast = HISTORY.forecasts(Control.MIRRORED).get(40);
        LiquidationMap map = HISTORY.maps().at(forecast.bucketStart()).orElseThrow();
        double target = map.price() * Math.exp(-forecast.side().sign() * forecast.excursion());
        double mirrored = map.price() * Math.exp(forecast.side().sign() * forecast.excursion());

        assertThat(forecast.excursion()).isPositive();
        double opened = forecast.openInterestUsd()
                * HISTORY.parameters().openedAndSwept(forecast.side(), 4 / 24.0, Math.expm1(forecast.excursion()));
        assertThat(forecast.predictedUsd())
                .isCloseTo(0.55 * (map.at(target).usd() + opened), within(1e-6 * map.totalUsd(Side.LONG)));
        assertThat(forecast.controlUsd())
                .isCloseTo(0.55 * (map.at(mirrored).usd() + opened), within(1e-6 * map.totalUsd(Side.LONG)));
    }

    @Test
    void forecasts_areNotChangedByWhatComesLater() {
        List<Forecast> all = HISTORY.forecasts(Control.SHUFFLED);

        List<Forecast> early = HISTORY.first(60).forecasts(Control.SHUFFLED);

        assertThat(early).isNotEmpty().isEqualTo(all.subList(0, early.size()));
    }

    @Test
    void mapsAreAskedForTheBeginningOfEachBucket_andNothingElse() {
        List<Instant> asked = new ArrayList<>();
        ForecastBacktest backtest =
                new ForecastBacktest(HISTORY.bars(), SimulatedHistory.FOUR_HOURS, HISTORY.parameters());

        List<Forecast> none = backtest.run(
                instant -> {
                    asked.add(instant);
                    return Optional.empty();
                },
                Control.MIRRORED);

        assertThat(none).isEmpty();
        assertThat(asked).hasSize(75 * 6 - 1).isSorted().allMatch(SimulatedHistory.FOUR_HOURS::isBoundary);
    }

    @Test
    void buckets_areNotScored_whileTheMapIsWarmingUp() {
        Instant warm = SimulatedHistory.START.plus(Duration.ofDays(40));

        assertThat(HISTORY.forecasts(Control.MIRRORED))
                .first()
                .satisfies(first -> assertThat(first.bucketStart()).isAfterOrEqualTo(warm))
                .satisfies(first -> assertThat(first.naiveUsd()).isNotNaN());
    }
}
