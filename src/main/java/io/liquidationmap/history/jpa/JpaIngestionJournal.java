package io.liquidationmap.history.jpa;

import io.liquidationmap.history.IngestionJournal;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JpaIngestionJournal implements IngestionJournal {

    private final InstrumentRepository instruments;
    private final IngestionRunRepository runs;
    private final BackfillProgressRepository backfills;

    JpaIngestionJournal(
            InstrumentRepository instruments, IngestionRunRepository runs, BackfillProgressRepository backfills) {
        this.instruments = instruments;
        this.runs = runs;
        this.backfills = backfills;
    }

    @Override
    public void record(Run run) {
        if (!runs.count(run)) {
            throw InstrumentRow.missing(run.instrument());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<SeriesJournal> states() {
        Map<Series, List<IngestionRunRow>> runsBySeries =
                runs.findAllWithInstrument().stream().collect(Collectors.groupingBy(Series::of));
        Map<Series, BackfillProgress> backfillBySeries = backfills.findAllWithInstrument().stream()
                .map(BackfillProgressRow::toProgress)
                .collect(Collectors.toMap(Series::of, progress -> progress));
        SequencedSet<Series> known = new TreeSet<>(runsBySeries.keySet());
        known.addAll(backfillBySeries.keySet());
        return known.stream()
                .map(series ->
                        state(series, runsBySeries.getOrDefault(series, List.of()), backfillBySeries.get(series)))
                .toList();
    }

    @Override
    public void saveProgress(BackfillProgress progress) {
        backfills.save(new BackfillProgressRow(lock(progress.instrument()), progress));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BackfillProgress> progress(InstrumentId instrument, Interval interval) {
        return backfills
                .find(instrument.venue().name(), instrument.symbol(), interval.seconds())
                .map(BackfillProgressRow::toProgress);
    }

    private InstrumentRow lock(InstrumentId id) {
        return instruments.findAndLock(id).orElseThrow(() -> InstrumentRow.missing(id));
    }

    private static SeriesJournal state(Series series, List<IngestionRunRow> runs, @Nullable BackfillProgress backfill) {
        Optional<IngestionRunRow> success = last(runs.stream().filter(IngestionRunRow::succeeded));
        Optional<IngestionRunRow> failure = last(runs.stream().filter(run -> !run.succeeded()));
        return new SeriesJournal(
                series.instrument(),
                series.interval(),
                success.map(IngestionRunRow::endedAt).orElse(null),
                failure.map(IngestionRunRow::endedAt).orElse(null),
                failure.map(IngestionRunRow::error).orElse(null),
                runs.stream().mapToLong(IngestionRunRow::rowsRefused).sum(),
                runs.stream()
                        .filter(run -> run.lastRefusalAt() != null)
                        .max(Comparator.comparing(run -> Objects.requireNonNull(run.lastRefusalAt())))
                        .map(IngestionRunRow::lastRefusal)
                        .orElse(null),
                backfill);
    }

    private static Optional<IngestionRunRow> last(Stream<IngestionRunRow> runs) {
        return runs.max(Comparator.comparing(IngestionRunRow::endedAt));
    }

    private record Series(InstrumentId instrument, Interval interval) implements Comparable<Series> {

        private static final Comparator<Series> ORDER =
                Comparator.comparing(Series::instrument).thenComparing(Series::interval);

        static Series of(IngestionRunRow run) {
            return new Series(run.instrument().instrumentId(), run.interval());
        }

        static Series of(BackfillProgress progress) {
            return new Series(progress.instrument(), progress.interval());
        }

        @Override
        public int compareTo(Series other) {
            return ORDER.compare(this, other);
        }
    }
}
