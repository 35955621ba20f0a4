package io.liquidationmap.history.jdbc;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// A few bars that a statement carries along as arrays. A staging table is made for many: it takes statements of its own,
/// and emptying it makes the database plan anew what reads it, all of which takes longer than storing a bar.
///
/// @param bars in the order in which they came
record ListedBars(List<Bar> bars, BarSpan span) implements IncomingBars {

    private static final String ROWS = """
            (select to_timestamp(open_second) as open_time, listed.*
             from unnest(
                 :openSecond::bigint[], :open::float8[], :high::float8[], :low::float8[], :close::float8[],
                 :isMark::boolean[], :vwap::float8[], :volume::float8[], :takerBuyVolume::float8[],
                 :openInterest::float8[], :longShortRatio::float8[], :topAccountRatio::float8[],
                 :topPositionRatio::float8[], :fundingRate::float8[], :liquidatedLongUsd::float8[],
                 :liquidatedShortUsd::float8[]
             ) with ordinality as listed (
                 open_second, open, high, low, close, is_mark, vwap, volume, taker_buy_volume,
                 open_interest, long_short_ratio, top_account_ratio, top_position_ratio, funding_rate,
                 liquidated_long_usd, liquidated_short_usd, position
             ))""";

    /// @throws IllegalArgumentException if a bar does not open on a boundary of the interval
    static ListedBars of(Interval interval, List<Bar> bars) {
        BarSpan span = new BarSpan(interval);
        bars.forEach(bar -> span.add(bar.openTime()));
        return new ListedBars(bars, span);
    }

    @Override
    public String rows() {
        return ROWS;
    }

    @Override
    public StatementSpec bind(StatementSpec statement) {
        return statement
                .param(
                        "openSecond",
                        bars.stream()
                                .mapToLong(bar -> bar.openTime().getEpochSecond())
                                .toArray())
                .param("open", prices(bar -> bar.price().open()))
                .param("high", prices(bar -> bar.price().high()))
                .param("low", prices(bar -> bar.price().low()))
                .param("close", prices(bar -> bar.price().close()))
                .param(
                        "isMark",
                        bars.stream()
                                .map(bar -> bar.priceKind() == PriceKind.MARK)
                                .toArray(Boolean[]::new))
                .param("vwap", figures(Bar::vwap))
                .param("volume", figures(Bar::volume))
                .param("takerBuyVolume", figures(Bar::takerBuyVolume))
                .param("openInterest", figures(Bar::openInterest))
                .param("longShortRatio", figures(Bar::longShortRatio))
                .param("topAccountRatio", figures(Bar::topAccountRatio))
                .param("topPositionRatio", figures(Bar::topPositionRatio))
                .param("fundingRate", figures(Bar::fundingRate))
                .param("liquidatedLongUsd", figures(Bar::liquidatedLongUsd))
                .param("liquidatedShortUsd", figures(Bar::liquidatedShortUsd));
    }

    private double[] prices(ToDoubleFunction<Bar> price) {
        return bars.stream().mapToDouble(price).toArray();
    }

    private Double[] figures(Function<Bar, @Nullable Double> figure) {
        return bars.stream().map(figure).toArray(Double[]::new);
    }
}
