package io.liquidationmap.ingestion.binance;

import static io.liquidationmap.ingestion.KnownMarket.number;

import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.ingestion.KnownMarket;
import io.liquidationmap.market.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The public archive of one market.
final class FakeArchive {

    private static final LocalDate LABELLED_BY_BEGINNING_SINCE = LocalDate.of(2026, 6, 25);
    private static final DateTimeFormatter CREATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    final Set<String> absentFiles = new HashSet<>();
    final Set<String> filesWithWrongChecksum = new HashSet<>();
    final Set<String> filesWithoutChecksum = new HashSet<>();
    boolean headerRows = true;
    private final Clock clock;
    private final BiFunction<Instant, Interval, List<String>> tradeKline;
    private final BiFunction<Instant, Interval, List<String>> markKline;
    private final Function<Instant, String> openInterest;

    /// @param folder of the market
    /// @param openInterest as the market counts it
    FakeArchive(
            FakeVenueServer server,
            Clock clock,
            String folder,
            BiFunction<Instant, Interval, List<String>> tradeKline,
            BiFunction<Instant, Interval, List<String>> markKline,
            Function<Instant, String> openInterest) {
        this.clock = clock;
        this.tradeKline = tradeKline;
        this.markKline = markKline;
        this.openInterest = openInterest;
        server.answer("/data/futures/" + folder + "/", this::archived);
    }

    private Answer archived(Request request) {
        String[] parts = request.path().split("/", -1);
        String file = parts[parts.length - 1];
        boolean checksum = file.endsWith(".CHECKSUM");
        String zip = checksum ? file.substring(0, file.length() - ".CHECKSUM".length()) : file;
        if (absentFiles.contains(zip) || (checksum && filesWithoutChecksum.contains(zip))) {
            return Answer.status(404);
        }
        String every = parts[4];
        String kind = parts[5];
        String date = zip.substring(zip.length() - (every.equals("daily") ? 14 : 11), zip.length() - 4);
        LocalDate first = every.equals("daily")
                ? LocalDate.parse(date)
                : YearMonth.parse(date).atDay(1);
        LocalDate end = every.equals("daily") ? first.plusDays(1) : first.plusMonths(1);
        boolean published = !end.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(clock.instant());
        if (!published) {
            return Answer.status(404);
        }
        byte[] content = zipped(
                zip.replace(".zip", ".csv"),
                kind.equals("metrics") ? metrics(first) : klines(kind, Interval.parse(parts[7]), first, end));
        if (!checksum) {
            return Answer.file(content);
        }
        String sum = filesWithWrongChecksum.contains(zip) ? "0".repeat(64) : sha256(content);
        return Answer.file((sum + "  " + zip + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String klines(String kind, Interval interval, LocalDate first, LocalDate end) {
        StringBuilder csv = new StringBuilder();
        if (headerRows) {
            csv.append("open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,")
                    .append("taker_buy_quote_volume,ignore\n");
        }
        BiFunction<Instant, Interval, List<String>> row = kind.equals("klines") ? tradeKline : markKline;
        Instant stop = end.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (Instant at = first.atStartOfDay(ZoneOffset.UTC).toInstant();
                at.isBefore(stop);
                at = at.plus(interval.duration())) {
            csv.append(String.join(",", row.apply(at, interval))).append('\n');
        }
        return csv.toString();
    }

    private String metrics(LocalDate day) {
        StringBuilder csv = new StringBuilder();
        if (headerRows) {
            csv.append("create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,")
                    .append("sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio\n");
        }
        Interval period = Interval.FIVE_MINUTES;
        boolean byBeginning = !day.isBefore(LABELLED_BY_BEGINNING_SINCE);
        for (int i = 1; i <= 288; i++) {
            Instant at = day.atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plus(period.duration().multipliedBy(i));
            Instant label = (byBeginning ? at.minus(period.duration()) : at).plusSeconds(i % 3);
            csv.append(String.join(
                            ",",
                            CREATE_TIME.format(label),
                            "ANY",
                            openInterest.apply(at),
                            "1.0",
                            number(KnownMarket.ratio(at, 1.25)),
                            number(KnownMarket.ratio(at, 1.125)),
                            number(KnownMarket.ratio(at, 1.5)),
                            ""))
                    .append('\n');
        }
        return csv.toString();
    }

    private static byte[] zipped(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
