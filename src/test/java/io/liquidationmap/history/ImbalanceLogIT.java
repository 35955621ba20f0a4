package io.liquidationmap.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liquidationmap.history.ImbalanceLog.Entry;
import io.liquidationmap.testing.PostgresTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PostgresTest
class ImbalanceLogIT {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ANY_NUMBER = 1_000_000;

    @Autowired
    ImbalanceLog log;

    @Autowired
    JdbcTemplate rows;

    @Test
    void entries_comeBackToTheBit() {
        Entry usual = entry(
                1, Math.PI * 20_000, List.of(1e9 / 3, 2e9, Double.MIN_VALUE, 0.1 + 0.2), List.of(0.0, 1.0, 2.0, 3.0));
        Entry odd = new Entry(
                key(2),
                MIDNIGHT,
                Double.NaN,
                List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, -0.0),
                List.of(Double.MAX_VALUE, Double.MIN_NORMAL, -Double.MAX_VALUE, Math.nextUp(1.0)),
                true,
                false,
                true);

        log.record(List.of(usual, odd), ANY_NUMBER);

        assertThat(log.entries(List.of(key(1), key(2), key(3)))).containsExactlyInAnyOrder(usual, odd);
        assertThat(log.entries(List.of(key(2)))).containsExactly(odd);
    }

    @Test
    void entries_ofNoKeys_areNone() {
        log.record(List.of(), ANY_NUMBER);
        log.record(List.of(entry(1)), ANY_NUMBER);

        assertThat(log.entries(List.of())).isEmpty();
        assertThat(log.entries(List.of(key(2)))).isEmpty();
    }

    @Test
    void aKeyThatIsTaken_keepsItsEntry() {
        log.record(List.of(entry(1), entry(2)), ANY_NUMBER);
        List<String> before = rowVersions();

        log.record(List.of(entry(2), entry(1)), ANY_NUMBER);
        log.record(List.of(entry(1, 7, List.of(7.0), List.of(7.0))), ANY_NUMBER);

        assertThat(rowVersions()).hasSize(2).isEqualTo(before);
    }

    @Test
    void twoYearsOfDays_areStoredAndRead() {
        List<Entry> days =
                IntStream.range(0, 731).mapToObj(ImbalanceLogIT::entry).toList();

        log.record(days, ANY_NUMBER);

        assertThat(log.entries(days.stream().map(Entry::key).toList())).containsExactlyInAnyOrderElementsOf(days);
    }

    @Test
    void ofTooMany_thoseRecordedFirstAreRemoved() {
        log.record(List.of(entry(9), entry(8)), 4);
        log.record(List.of(entry(1), entry(2)), 4);
        log.record(List.of(entry(5)), 3);

        assertThat(log.entries(keys(0, 10))).containsExactlyInAnyOrder(entry(1), entry(2), entry(5));
    }

    @Test
    void nothingIsStored_ifAnEntryCannotBe() {
        Entry impossible = new Entry("00", MIDNIGHT, 1, List.of(), List.of(), false, false, false);

        assertThatThrownBy(() -> log.record(List.of(entry(1), impossible), ANY_NUMBER))
                .hasMessageContaining("imbalance_point");

        assertThat(rowVersions()).isEmpty();
    }

    /// As several instances of the service do when each is asked the same of a year that nobody has asked about yet.
    @Test
    void manyWhoStoreTheSame_doNotGetInEachOthersWay() {
        List<Entry> ascending =
                IntStream.range(0, 200).mapToObj(ImbalanceLogIT::entry).toList();

        CompletableFuture.allOf(Stream.of(ascending, ascending.reversed(), ascending, ascending.reversed())
                        .map(some -> CompletableFuture.runAsync(() -> log.record(some, ANY_NUMBER)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(log.entries(keys(0, 200))).containsExactlyInAnyOrderElementsOf(ascending);
    }

    /// A row gets a new identity whenever it is written.
    private List<String> rowVersions() {
        return rows.queryForList("select ctid || ' ' || xmin from imbalance_point order by key", String.class);
    }

    private static List<String> keys(int from, int to) {
        return IntStream.range(from, to).mapToObj(ImbalanceLogIT::key).toList();
    }

    private static String key(int i) {
        return String.format(Locale.ROOT, "%064x", i);
    }

    private static Entry entry(int i) {
        return entry(i, 60_000 + i, List.of(i + 0.1, i + 0.2), List.of(i + 0.3, i + 0.4));
    }

    private static Entry entry(int i, double price, List<Double> up, List<Double> down) {
        return new Entry(key(i), MIDNIGHT.plus(Duration.ofDays(i)), price, up, down, false, true, false);
    }
}
