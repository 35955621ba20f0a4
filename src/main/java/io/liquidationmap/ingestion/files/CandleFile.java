package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Denomination;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// A file of candles, with whatever else it has on each.
///
/// @param length of its candles
/// @param interval length of the bars to store, which may be several candles
record CandleFile(
        CsvFile file, Header header, RowReader<Bar> reader, Instrument instrument, Interval length, Interval interval)
        implements ImportFile {

    private static final String MARK_PRICE_FOLDER = "markPriceKlines";
    private static final int FEWEST_STEPS = 3;

    /// @throws FileRefusedException if its bars are shorter than those asked for: each row that happened to stand on a
    ///     boundary would pass for a whole bar
    static CandleFile ofBars(Beginning beginning, ImportRequest request, Instrument instrument) {
        Header header = beginning.header();
        Interval interval = request.interval();
        requireBarsOf(interval, beginning);
        PriceKind price = Optional.ofNullable(request.price()).orElse(PriceKind.LAST);
        return new CandleFile(beginning.file(), header, new BarReader(header, price), instrument, interval, interval);
    }

    /// @throws FileRefusedException if the file's bars are shorter than the interval
    static void requireBarsOf(Interval interval, Beginning beginning) {
        int time = beginning.header().column("time");
        usualStep(beginning.read(row -> row.time(time)))
                .filter(step -> step.compareTo(interval.duration()) < 0)
                .ifPresent(step -> {
                    throw new FileRefusedException("has a row every " + step.toSeconds() + " s, not every " + interval);
                });
    }

    /// @throws FileRefusedException if its candles do not add up to bars of the interval asked for, or are not of this
    ///     instrument, or may be of another price than one it traded at
    static CandleFile ofKlines(Beginning beginning, ImportRequest request, Instrument instrument) {
        ImportFile.requireSymbol(beginning.file(), request);
        Header header = beginning.header();
        Interval length = length(beginning, request.interval());
        return new CandleFile(
                beginning.file(),
                header,
                new KlineReader(header, length, price(beginning, request), instrument.contract()),
                instrument,
                length,
                request.interval());
    }

    @Override
    public WriteResult load(BarHistory bars, Instant now, Tally tally, LongConsumer bytesRead) {
        try (CsvRows rows = file.open(bytesRead)) {
            if (!header.implied()) {
                rows.next();
            }
            Readings<Bar> candles =
                    new Readings<>(rows, header, reader, Bar::openTime, new Timeline(length, now), tally);
            Iterator<Bar> whole = length.equals(interval) ? candles : new Aggregation(candles, length, interval, tally);
            OpenInterestCheck checked = new OpenInterestCheck(whole, interval, instrument.contract(), tally);
            Denomination denomination = Denomination.of(instrument.id());
            return bars.write(instrument.id(), interval, () -> new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return checked.hasNext();
                }

                @Override
                public Bar next() {
                    return denomination.perCoin(checked.next());
                }
            });
        }
    }

    /// The median of the steps from row to row; empty where there are too few to tell a habit from an odd row.
    private static Optional<Duration> usualStep(List<Instant> times) {
        List<Duration> steps = IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)).abs())
                .sorted()
                .toList();
        return steps.size() < FEWEST_STEPS ? Optional.empty() : Optional.of(steps.get(steps.size() / 2));
    }

    private static Interval length(Beginning beginning, Interval wanted) {
        KlineColumns columns = new KlineColumns(beginning.header());
        List<Interval> lengths = beginning.read(columns::length);
        if (lengths.isEmpty()) {
            throw new FileRefusedException("has no candle whose length can be told from its open and close time");
        }
        Interval length = lengths.getFirst();
        if (length.compareTo(wanted) > 0 || wanted.millis() % length.millis() != 0) {
            throw new FileRefusedException("has candles of " + length + ", which do not add up to bars of " + wanted);
        }
        return length;
    }

    /// The archive has candles of the trades, the mark price, the index price and the premium under one name. Only
    /// those of trades have a volume.
    private static PriceKind price(Beginning beginning, ImportRequest request) {
        KlineColumns columns = new KlineColumns(beginning.header());
        if (request.price() == PriceKind.LAST
                || beginning.read(columns::isTraded).contains(true)) {
            return PriceKind.LAST;
        }
        boolean inMarkPriceFolder =
                beginning.file().path().toAbsolutePath().toString().contains(MARK_PRICE_FOLDER);
        if (request.price() == PriceKind.MARK || inMarkPriceFolder) {
            return PriceKind.MARK;
        }
        throw new FileRefusedException("has candles without volume, which may be of the mark price, the index price or"
                + " the premium; give --price=mark if they are of the mark price");
    }
}
