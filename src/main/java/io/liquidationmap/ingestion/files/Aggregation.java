package io.liquidationmap.ingestion.files;

import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Longer bars made of shorter ones. Only whole ones: a bar of which a part is missing has an unknown high, low and
/// volume, and is refused.
final class Aggregation implements Iterator<Bar> {

    private final Readings<Bar> shorter;
    private final Interval interval;
    private final long partsPerBar;
    private final Tally tally;
    private final List<Bar> parts = new ArrayList<>();
    private long line;
    private @Nullable Bar upcoming;

    /// @param shorter candles with or without volume, those of one bar next to each other
    /// @param length of the shorter bars; divides `interval`
    /// @param interval length of the bars to make
    Aggregation(Readings<Bar> shorter, Interval length, Interval interval, Tally tally) {
        this.shorter = shorter;
        this.interval = interval;
        this.tally = tally;
        partsPerBar = interval.millis() / length.millis();
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null && shorter.hasNext()) {
            Bar part = shorter.next();
            if (!parts.isEmpty() && !openTimeOf(part).equals(openTimeOf(parts.getFirst()))) {
                refuseParts();
            }
            line = shorter.line();
            parts.add(part);
            if (parts.size() == partsPerBar) {
                upcoming = whole();
                parts.clear();
            }
        }
        if (upcoming == null && !parts.isEmpty()) {
            refuseParts();
        }
        return upcoming != null;
    }

    @Override
    public Bar next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        Bar bar = upcoming;
        upcoming = null;
        return bar;
    }

    private Instant openTimeOf(Bar part) {
        return interval.floor(part.openTime());
    }

    private void refuseParts() {
        tally.refuse(
                line,
                parts.size(),
                String.format(
                        Locale.ROOT,
                        "the bar of %s has only %d of its %d parts here",
                        openTimeOf(parts.getFirst()),
                        parts.size(),
                        partsPerBar));
        parts.clear();
    }

    private Bar whole() {
        parts.sort(Comparator.comparing(Bar::openTime));
        Bar first = parts.getFirst();
        Double volume = sum(Bar::volume);
        return Bar.at(openTimeOf(first), candle(), first.priceKind())
                .volume(volume)
                .takerBuyVolume(sum(Bar::takerBuyVolume))
                .vwap(vwap(volume))
                .build();
    }

    private Candle candle() {
        return new Candle(
                parts.getFirst().price().open(),
                parts.stream().mapToDouble(part -> part.price().high()).max().orElseThrow(),
                parts.stream().mapToDouble(part -> part.price().low()).min().orElseThrow(),
                parts.getLast().price().close());
    }

    private @Nullable Double vwap(@Nullable Double volume) {
        Double value = sum(Aggregation::tradedValue);
        return value == null || volume == null || volume == 0 ? null : Double.valueOf(value / volume);
    }

    private static @Nullable Double tradedValue(Bar part) {
        Double volume = part.volume();
        Double vwap = part.vwap();
        if (volume != null && volume == 0) {
            return 0.0;
        }
        return volume == null || vwap == null ? null : Double.valueOf(volume * vwap);
    }

    private @Nullable Double sum(Function<Bar, @Nullable Double> column) {
        double sum = 0;
        for (Bar part : parts) {
            Double value = column.apply(part);
            if (value == null) {
                return null;
            }
            sum += value;
        }
        return sum;
    }
}
