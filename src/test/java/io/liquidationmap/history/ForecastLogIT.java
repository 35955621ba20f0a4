package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.liquidationmap.history.ForecastLog.Entry;
import io.liquidationmap.history.ForecastLog.Extent;
import io.liquidationmap.history.ForecastLog.Progress;
import io.liquidationmap.history.InstrumentCatalog.KnownVenue;
import io.liquidationmap.market.Completeness;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Instrument;
import io.liquidationmap.market.InstrumentId;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Side;
import io.liquidationmap.market.Venue;
import io.liquidationmap.testing.PostgresTest;
import io.liquidationmap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PostgresTest
class ForecastLogIT {

    private static final InstrumentId BITCOIN = InstrumentId.of("binance", "BTCUSDT");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /// All buckets have ended.
    private static final Instant END = NOON.plus(Duration.ofDays(100));

    private static final Interval HOUR = Interval.ONE_HOUR;
    private static final Interval FOUR_HOURS = Interval.parse("4h");
    private static final Progress PROGRESS = new Progress(Interval.FIVE_MINUTES, NOON.plusSeconds(7200), 7);

    @Autowired
    InstrumentCatalog catalog;

    @Autowired
    ForecastLog log;

    @Autowired
    JdbcTemplate rows;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void registerInstrument() {
        catalog.register(new KnownVenue(new Venue("binance"), false));
        catalog.register(new Instrument(BITCOIN, "BTC", "USDT", ContractType.LINEAR));
    }

    @Test
    void entries_comeBackAsTheyWere_ascending() {
        Entry later = entry(NOON.plusSeconds(3600), Side.LONG, "a", 2e6, null, null);
        Entry shorts = entry(NOON, Side.SHORT, "a", 3e6, 0.0, Completeness.THROTTLED);
        Entry longs = entry(NOON, Side.LONG, "a", 1e6, 5e5, Completeness.COMPLETE);

        log.record(BITCOIN, HOUR, List.of(later, shorts, longs), PROGRESS);

        assertThat(log.entries(BITCOIN, HOUR, NOON, NOON.plusSeconds(7200))).containsExactly(longs, shorts, later);
        assertThat(log.entries(BITCOIN, HOUR, NOON, NOON.plusSeconds(3600))).containsExactly(longs, shorts);
        assertThat(log.entries(BITCOIN, FOUR_HOURS, NOON, NOON.plusSeconds(7200)))
                .isEmpty();
        assertThat(log.entries(InstrumentId.of("binance", "X"), HOUR, NOON, NOON.plusSeconds(7200)))
                .isEmpty();
    }

    @Test
    void record_twice_changesNoRow() {
        List<Entry> entries = List.of(
                entry(NOON, Side.LONG, "a", 1e6, null, null),
                entry(NOON, Side.SHORT, "a", 1e6, 1.0, Completeness.COMPLETE));
        log.record(BITCOIN, HOUR, entries, PROGRESS);
        List<String> before = rowVersions();
        clock.advance(Duration.ofHours(1));

        log.record(BITCOIN, HOUR, entries, PROGRESS);

        assertThat(rowVersions()).hasSize(2).isEqualTo(before);
    }

    @Test
    void record_replacesWhatWasSaidOfTheSameBucket() {
        log.record(BITCOIN, HOUR, List.of(entry(NOON, Side.LONG, "a", 1e6, null, null)), PROGRESS);
        Entry corrected = entry(NOON, Side.LONG, "a", 2e6, 3.0, null);

        log.record(BITCOIN, HOUR, List.of(corrected), PROGRESS);

        assertThat(log.entries(BITCOIN, HOUR, NOON, NOON.plusSeconds(1))).containsExactly(corrected);
    }

    @Test
    void versionsOfTheModel_areKeptApart_andTheLastRecordedCounts() {
        Entry old = entry(NOON, Side.LONG, "b", 1e6, 1.0, null);
        Entry young = entry(NOON, Side.LONG, "a", 2e6, 1.0, null);
        log.record(BITCOIN, HOUR, List.of(old), PROGRESS);
        clock.advance(Duration.ofSeconds(1));

        log.record(BITCOIN, HOUR, List.of(young), PROGRESS);

        assertThat(log.entries(BITCOIN, HOUR, NOON, NOON.plusSeconds(1))).containsExactly(young);
        assertThat(rowVersions()).hasSize(2);
    }

    @Test
    void progress_isOfOneSeriesAndBucketLength() {
        assertThat(log.progress(BITCOIN, Interval.FIVE_MINUTES, HOUR)).isEmpty();
        log.record(BITCOIN, HOUR, List.of(), new Progress(Interval.FIVE_MINUTES, NOON, 1));

        log.record(BITCOIN, HOUR, List.of(), PROGRESS);

        assertThat(log.progress(BITCOIN, Interval.FIVE_MINUTES, HOUR)).contains(PROGRESS);
        assertThat(log.progress(BITCOIN, Interval.FIVE_MINUTES, FOUR_HOURS)).isEmpty();
        assertThat(log.progress(BITCOIN, HOUR, HOUR)).isEmpty();
    }

    @Test
    void nothingIsStored_ifAnEntryCannotBe() {
        Entry impossible = entry(NOON, Side.LONG, "\0", 1e6, null, null);

        try {
            log.record(BITCOIN, HOUR, List.of(entry(NOON, Side.SHORT, "a", 1, null, null), impossible), PROGRESS);
        } catch (RuntimeException _) {
            // PostgreSQL has no text with a zero in it.
        }

        assertThat(rowVersions()).isEmpty();
        assertThat(log.progress(BITCOIN, Interval.FIVE_MINUTES, HOUR)).isEmpty();
    }

    @Test
    void extents_sayHowFarEachInstrumentIsRecorded() {
        assertThat(log.extents(END)).isEmpty();
        log.record(
                BITCOIN,
                HOUR,
                IntStream.range(0, 1200)
                        .mapToObj(i -> entry(NOON.plusSeconds(3600L * i), Side.LONG, "a", i, null, null))
                        .toList(),
                PROGRESS);
        log.record(BITCOIN, FOUR_HOURS, List.of(entry(NOON, Side.LONG, "a", 1, null, null)), PROGRESS);

        assertThat(log.extents(END))
                .containsExactly(
                        new Extent(BITCOIN, HOUR, NOON.plusSeconds(3600L * 1199), clock.instant()),
                        new Extent(BITCOIN, FOUR_HOURS, NOON, clock.instant()));
        assertThat(log.extents(NOON.plusSeconds(3 * 3600)))
                .containsExactly(new Extent(BITCOIN, HOUR, NOON.plusSeconds(3600L * 2), clock.instant()));
    }

    @Test
    void unknownInstrument_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> log.record(InstrumentId.of("binance", "X"), HOUR, List.of(), PROGRESS))
                .withMessageContaining("binance:X is not registered");
    }

    /// A row gets a new identity whenever it is written.
    private List<String> rowVersions() {
        return rows.queryForList(
                "select ctid || ' ' || xmin from forecast order by bucket_start, is_long", String.class);
    }

    private static Entry entry(
            Instant start,
            Side side,
            String version,
            double predictedUsd,
            @Nullable Double naiveUsd,
            @Nullable Completeness completeness) {
        return new Entry(start, side, version, 4e9, 0.0125, predictedUsd, naiveUsd, 7e5, 0.1, completeness);
    }
}
