package io.liquidationmap.ingestion.files;

import io.liquidationmap.history.BarHistory;
import io.liquidationmap.history.BarHistory.WriteResult;
import io.liquidationmap.ingestion.archive.MetricsLabels;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.BarSeries;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Denomination;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A file of samples of the open positions, which complete bars that are stored already: a sample alone has no price.
///
/// @param interval length of the bars to complete
record SampleFile(CsvFile file, Header header, SampleReader reader, InstrumentId instrument, Interval interval)
        implements ImportFile {

    /// @throws FileRefusedException if it is not of this instrument
    static SampleFile of(Beginning beginning, ImportRequest request, ContractType contract) {
        ImportFile.requireSymbol(beginning.file(), request);
        return new SampleFile(
                beginning.file(),
                beginning.header(),
                new SampleReader(beginning.header(), request.instrument(), contract),
                request.instrument(),
                request.interval());
    }

    @Override
    public WriteResult load(BarHistory bars, Instant now, Tally tally, LongConsumer bytesRead) {
        List<Sample> samples = samplesAtBarEnds(now, tally, bytesRead);
        if (samples.isEmpty()) {
            return WriteResult.NONE;
        }
        Instant first =
                samples.stream().map(this::openTime).min(Instant::compareTo).orElseThrow();
        Instant last =
                samples.stream().map(this::openTime).max(Instant::compareTo).orElseThrow();
        BarSeries stored = bars.read(instrument, interval, first, last.plus(interval.duration()));
        List<Bar> completed = new ArrayList<>();
        for (Sample sample : samples) {
            complete(stored, sample)
                    .ifPresentOrElse(
                            completed::add,
                            () -> tally.refuse(
                                    sample.line(),
                                    "no bar of " + openTime(sample) + " is stored that the sample could complete;"
                                            + " give the candles too"));
        }
        return bars.write(instrument, interval, completed);
    }

    private List<Sample> samplesAtBarEnds(Instant now, Tally tally, LongConsumer bytesRead) {
        List<Sample> atBarEnds = new ArrayList<>();
        for (Sample sample : samples(now, tally, bytesRead)) {
            if (interval.isBoundary(sample.at())) {
                atBarEnds.add(sample);
            } else {
                tally.sampleBetweenBars();
            }
        }
        return atBarEnds;
    }

    private List<Sample> samples(Instant now, Tally tally, LongConsumer bytesRead) {
        List<Sample> labelled = new ArrayList<>();
        try (CsvRows rows = file.open(bytesRead)) {
            rows.next();
            new Readings<>(rows, header, reader, Sample::at, new Timeline(Interval.FIVE_MINUTES, now), tally)
                    .forEachRemaining(labelled::add);
        }
        Duration lag = MetricsLabels.lag(labelled.stream().map(Sample::at).toList());
        return labelled.stream().map(sample -> sample.at(sample.at().plus(lag))).toList();
    }

    /// Open interest is that at a bar's end.
    private Instant openTime(Sample sample) {
        return sample.at().minus(interval.duration());
    }

    private Optional<Bar> complete(BarSeries stored, Sample sample) {
        Instant openTime = openTime(sample);
        int i = stored.firstOpeningAt(openTime);
        if (i == stored.size() || stored.openTimeMs(i) != openTime.toEpochMilli()) {
            return Optional.empty();
        }
        Double openInterest = sample.openInterest();
        Candle candle = new Candle(stored.open(i), stored.high(i), stored.low(i), stored.close(i));
        return Optional.of(Bar.at(openTime, candle, stored.isMark(i) ? PriceKind.MARK : PriceKind.LAST)
                .openInterest(
                        openInterest == null
                                ? null
                                : (Double) Denomination.of(instrument).coins(openInterest))
                .longShortRatio(sample.longShortRatio())
                .topAccountRatio(sample.topAccountRatio())
                .topPositionRatio(sample.topPositionRatio())
                .build());
    }
}
