package io.liquidationmap.ingestion.demo;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One long bar made of the short ones it consists of.
final class BarAggregate {

    private BarAggregate() {}

    /// The long bar: extremes over all parts, flows added up, stocks and ratios as of the end.
    ///
    /// @param parts consecutive bars, at least one
    static Bar of(List<Bar> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Bar first = parts.getFirst();
        Bar last = parts.getLast();
        double high = first.price().high();
        double low = first.price().low();
        for (Bar part : parts) {
            high = Math.max(high, part.price().high());
            low = Math.min(low, part.price().low());
        }
        Candle candle = new Candle(first.price().open(), high, low, last.price().close());
        Double volume = sum(parts, Bar::volume);
        Double turnover = sum(parts, part -> product(part.vwap(), part.volume()));
        return Bar.at(first.openTime(), candle, first.priceKind())
                .vwap(turnover == null || volume == null || volume == 0 ? null : turnover / volume)
                .volume(volume)
                .takerBuyVolume(sum(parts, Bar::takerBuyVolume))
                .openInterest(last.openInterest())
                .longShortRatio(last.longShortRatio())
                .fundingRate(sum(parts, Bar::fundingRate))
                .liquidatedLongUsd(sum(parts, Bar::liquidatedLongUsd))
                .liquidatedShortUsd(sum(parts, Bar::liquidatedShortUsd))
                .build();
    }

    private static @Nullable Double product(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : (Double) (a * b);
    }

    private static @Nullable Double sum(List<Bar> parts, Function<Bar, @Nullable Double> field) {
        List<@Nullable Double> values = parts.stream().map(field).toList();
        return values.contains(null)
                ? null
                : (Double) values.stream().mapToDouble(Objects::requireNonNull).sum();
    }
}
