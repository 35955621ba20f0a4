package io.liquidationmap.ingestion.binance;

import io.liquidationmap.ingestion.FakeVenueServer;
import io.liquidationmap.ingestion.FakeVenueServer.Answer;
import io.liquidationmap.ingestion.FakeVenueServer.Request;
import io.liquidationmap.market.Bar;
import io.liquidationmap.market.Candle;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.PriceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A market at Binance in which every number follows from the time, served in the venue's own words over REST and as
/// an archive.
final class FakeBinance implements AutoCloseable {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final long EIGHT_HOURS = Duration.ofHours(8).toMillis();
    private static final LocalDate LABELLED_BY_BEGINNING_SINCE = LocalDate.of(2026, 6, 25);
    private static final DateTimeFormatter CREATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    final FakeVenueServer server = new FakeVenueServer();
    final Set<String> absentFiles = new HashSet<>();
    final Set<String> filesWithWrongChecksum = new HashSet<>();
    final Set<String> filesWithoutChecksum = new HashSet<>();
    boolean headerRows = true;
    boolean statisticsLabelledByBeginning;
    private final Clock clock;

    FakeBinance(Clock clock) {
        this.clock = clock;
        server.answer("/fapi/v1/klines", request -> klines(request, FakeBinance::tradeKline));
        server.answer("/fapi/v1/markPriceKlines", request -> klines(request, FakeBinance::markKline));
        server.answer("/futures/data/openInterestHist", request -> statistics(request, FakeBinance::openInterestRow));
        server.answer(
                "/futures/data/globalLongShortAccountRatio", request -> statistics(request, at -> ratioRow(at, 1.5)));
        server.answer(
                "/futures/data/topLongShortAccountRatio", request -> statistics(request, at -> ratioRow(at, 1.25)));
        server.answer(
                "/futures/data/topLongShortPositionRatio", request -> statistics(request, at -> ratioRow(at, 1.125)));
        server.answer("/fapi/v1/fundingRate", this::funding);
        server.answer(
                "/fapi/v1/openInterest",
                request -> Answer.json(
                        "{\"openInterest\":\"90123.456\",\"symbol\":\"BTCUSDT\",\"time\":" + clock.millis() + "}"));
        server.answer("/data/futures/um/", this::archived);
    }

    /// What the service should make of the market: the bar that opens at this time.
    static Bar bar(Instant openTime, Interval interval) {
        long t = openTime.toEpochMilli();
        Instant end = openTime.plus(interval.duration());
        return Bar.at(openTime, new Candle(price(t), price(t) + 9, price(t) - 9, price(t) + 1), PriceKind.MARK)
                .volume(volume(t))
                .takerBuyVolume(volume(t) / 2)
                .vwap(price(t) + 2)
                .openInterest(openInterest(end))
                .longShortRatio(ratio(end, 1.5))
                .topAccountRatio(ratio(end, 1.25))
                .topPositionRatio(ratio(end, 1.125))
                .fundingRate(funding(t, end.toEpochMilli()))
                .build();
    }

    /// The bars that open in `[from, to)`.
    static List<Bar> bars(Instant from, Instant to, Interval interval) {
        List<Bar> bars = new ArrayList<>();
        for (Instant time = from; time.isBefore(to); time = time.plus(interval.duration())) {
            bars.add(bar(time, interval));
        }
        return bars;
    }

    @Override
    public void close() {
        server.close();
    }

    private static double price(long openTimeMs) {
        return 50_000 + openTimeMs / 60_000 % 1000;
    }

    private static double volume(long openTimeMs) {
        return 1_000 + openTimeMs / 60_000 % 64;
    }

    private static double openInterest(Instant at) {
        return 90_000 + at.getEpochSecond() / 300 % 512;
    }

    private static @Nullable Double funding(long from, long to) {
        Double sum = null;
        for (long t = Math.ceilDiv(from, EIGHT_HOURS) * EIGHT_HOURS; t < to; t += EIGHT_HOURS) {
            sum = sum == null ? 0.0001 : sum + 0.0001;
        }
        return sum;
    }

    private static double ratio(Instant at, double mean) {
        return mean + at.getEpochSecond() / 300 % 8 / 64.0;
    }

    // ---- REST

    private Answer klines(Request request, LongFunction<List<String>> row) {
        long interval = Interval.parse(parameter(request, "interval")).millis();
        int limit = Integer.parseInt(parameter(request, "limit"));
        if (limit > 1500) {
            return Answer.status(400);
        }
        long first = Math.ceilDiv(time(request, "startTime"), interval) * interval;
        long last = Math.min(time(request, "endTime"), clock.millis());
        StringJoiner rows = new StringJoiner(",", "[", "]");
        for (long t = first; t <= last && (t - first) / interval < limit; t += interval) {
            List<String> fields = new ArrayList<>(row.apply(t));
            fields.replaceAll(field -> "\"" + field + "\"");
            fields.set(0, Long.toString(t));
            fields.set(6, Long.toString(t + interval - 1));
            fields.set(8, "308");
            rows.add("[" + String.join(",", fields) + "]");
        }
        return Answer.json(rows.toString());
    }

    private Answer statistics(Request request, Function<Instant, String> rest) {
        long period = Interval.parse(parameter(request, "period")).millis();
        int limit = Integer.parseInt(parameter(request, "limit"));
        if (limit > 500) {
            return Answer.status(400);
        }
        long shift = statisticsLabelledByBeginning ? period : 0;
        long newest = (clock.millis() - shift) / period * period;
        long first;
        long last;
        if (request.query().containsKey("startTime")) {
            first = Math.ceilDiv(time(request, "startTime"), period) * period;
            last = Math.min(time(request, "endTime"), newest);
            if (first < clock.instant().minus(Duration.ofDays(30)).toEpochMilli()) {
                return Answer.status(400);
            }
        } else {
            first = newest - (limit - 1) * period;
            last = newest;
        }
        StringJoiner rows = new StringJoiner(",", "[", "]");
        for (long t = first; t <= last && (t - first) / period < limit; t += period) {
            rows.add("{\"symbol\":\"BTCUSDT\"," + rest.apply(Instant.ofEpochMilli(t + shift)) + ",\"timestamp\":" + t
                    + "}");
        }
        return Answer.json(rows.toString());
    }

    private Answer funding(Request request) {
        StringJoiner rows = new StringJoiner(",", "[", "]");
        long first = Math.ceilDiv(time(request, "startTime"), EIGHT_HOURS) * EIGHT_HOURS;
        for (long t = first; t <= time(request, "endTime"); t += EIGHT_HOURS) {
            rows.add("{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.00010000\",\"fundingTime\":" + (t + 3)
                    + ",\"markPrice\":\"\"}");
        }
        return Answer.json(rows.toString());
    }

    private static List<String> tradeKline(long t) {
        double base = volume(t);
        return List.of(
                Long.toString(t),
                number(price(t) + 2),
                number(price(t) + 12),
                number(price(t) - 12),
                number(price(t) + 3),
                number(base),
                "0",
                number(base * (price(t) + 2)),
                "308",
                number(base / 2),
                number(base / 2 * price(t)),
                "0");
    }

    private static List<String> markKline(long t) {
        return List.of(
                Long.toString(t),
                number(price(t)),
                number(price(t) + 9),
                number(price(t) - 9),
                number(price(t) + 1),
                "0",
                "0",
                "0",
                "60",
                "0",
                "0",
                "0");
    }

    private static String openInterestRow(Instant at) {
        return "\"sumOpenInterest\":\"" + number(openInterest(at))
                + "\",\"sumOpenInterestValue\":\"1.0\",\"CMCCirculatingSupply\":\"165880.538\"";
    }

    private static String ratioRow(Instant at, double mean) {
        return "\"longShortRatio\":\"" + number(ratio(at, mean))
                + "\",\"longAccount\":\"0.6\",\"shortAccount\":\"0.4\"";
    }

    private static String parameter(Request request, String name) {
        String value = request.query().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in " + request);
        }
        return value;
    }

    private static long time(Request request, String name) {
        return Long.parseLong(parameter(request, name));
    }

    // ---- archive

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
        long stop = end.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        for (long t = first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(); t < stop; t += interval.millis()) {
            csv.append(String.join(",", kind.equals("klines") ? tradeKline(t) : markKline(t)))
                    .append('\n');
        }
        return csv.toString();
    }

    private String metrics(LocalDate day) {
        StringBuilder csv = new StringBuilder();
        if (headerRows) {
            csv.append("create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,")
                    .append("sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio\n");
        }
        boolean byBeginning = !day.isBefore(LABELLED_BY_BEGINNING_SINCE);
        for (int i = 1; i <= 288; i++) {
            Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(FIVE_MINUTES.multipliedBy(i));
            Instant label = (byBeginning ? at.minus(FIVE_MINUTES) : at).plusSeconds(i % 3);
            csv.append(String.join(
                            ",",
                            CREATE_TIME.format(label),
                            "BTCUSDT",
                            number(openInterest(at)),
                            "1.0",
                            number(ratio(at, 1.25)),
                            number(ratio(at, 1.125)),
                            number(ratio(at, 1.5)),
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

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }
}
