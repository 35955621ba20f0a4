package io.liquidationmap.history.jdbc;

import io.liquidationmap.history.CalibratedShares;
import io.liquidationmap.history.CalibratedShares.CohortShares;
import io.liquidationmap.history.CalibratedShares.MemberShares;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/// Shares as columns of the table of calibrations: one array per property of the cohorts, and for the ensemble one row
/// of an array per member.
final class CalibrationColumns {

    private static final List<String> OF_THE_ROW = List.of(
            "instrument_id",
            "known_from",
            "revision",
            "procedure",
            "input_digest",
            "computed_at",
            "evidence",
            "refusal");

    private static final List<String> OF_THE_SHARES = List.of(
            "labels",
            "long_distances",
            "short_distances",
            "lifetime_days",
            "long_shares",
            "short_shares",
            "tilt_exponent",
            "forced_low",
            "forced_central",
            "forced_high",
            "member_long_shares",
            "member_short_shares",
            "member_forced");

    private CalibrationColumns() {}

    /// The statement that stores a row, with parameters named like the columns.
    static String insert() {
        List<String> columns = new ArrayList<>(OF_THE_ROW);
        columns.addAll(OF_THE_SHARES);
        return "insert into calibration (" + String.join(", ", columns) + ") values (:" + String.join(", :", columns)
                + ")";
    }

    /// The parameters of that statement that are about the shares; all null if there are none.
    static Map<String, @Nullable Object> of(@Nullable CalibratedShares shares) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        OF_THE_SHARES.forEach(column -> columns.put(column, null));
        if (shares == null) {
            return columns;
        }
        columns.put("labels", new SqlArrayValue("text", (Object[]) labels(shares)));
        columns.put("long_distances", ofCohorts(shares, CohortShares::longDistance));
        columns.put("short_distances", ofCohorts(shares, CohortShares::shortDistance));
        columns.put("lifetime_days", ofCohorts(shares, CohortShares::lifetimeDays));
        columns.put("long_shares", ofCohorts(shares, CohortShares::longShare));
        columns.put("short_shares", ofCohorts(shares, CohortShares::shortShare));
        columns.put("tilt_exponent", shares.tiltExponent());
        columns.put("forced_low", shares.forcedLow());
        columns.put("forced_central", shares.forcedCentral());
        columns.put("forced_high", shares.forcedHigh());
        columns.put("member_long_shares", ofMembers(shares, MemberShares::longShares));
        columns.put("member_short_shares", ofMembers(shares, MemberShares::shortShares));
        columns.put(
                "member_forced",
                numbers(shares.members().stream().map(MemberShares::forcedShare).toArray(Double[]::new)));
        return columns;
    }

    /// The shares of a row; null if it has none.
    static @Nullable CalibratedShares read(ResultSet row) throws SQLException {
        if (row.getArray("labels") == null) {
            return null;
        }
        String[] labels = (String[]) row.getArray("labels").getArray();
        Double[] longDistances = numbers(row, "long_distances");
        Double[] shortDistances = numbers(row, "short_distances");
        Double[] lifetimes = numbers(row, "lifetime_days");
        Double[] longShares = numbers(row, "long_shares");
        Double[] shortShares = numbers(row, "short_shares");
        List<CohortShares> cohorts = new ArrayList<>();
        for (int k = 0; k < labels.length; k++) {
            cohorts.add(new CohortShares(
                    labels[k], longDistances[k], shortDistances[k], lifetimes[k], longShares[k], shortShares[k]));
        }
        return new CalibratedShares(
                cohorts,
                row.getDouble("tilt_exponent"),
                row.getDouble("forced_low"),
                row.getDouble("forced_central"),
                row.getDouble("forced_high"),
                members(row));
    }

    private static List<MemberShares> members(ResultSet row) throws SQLException {
        Double[][] longShares = (Double[][]) row.getArray("member_long_shares").getArray();
        Double[][] shortShares =
                (Double[][]) row.getArray("member_short_shares").getArray();
        Double[] forced = numbers(row, "member_forced");
        List<MemberShares> members = new ArrayList<>();
        for (int i = 0; i < forced.length; i++) {
            members.add(new MemberShares(Arrays.asList(longShares[i]), Arrays.asList(shortShares[i]), forced[i]));
        }
        return members;
    }

    private static Double[] numbers(ResultSet row, String column) throws SQLException {
        return (Double[]) row.getArray(column).getArray();
    }

    private static String[] labels(CalibratedShares shares) {
        return shares.cohorts().stream().map(CohortShares::label).toArray(String[]::new);
    }

    private static Object ofCohorts(CalibratedShares shares, ToDoubleFunction<CohortShares> property) {
        return numbers(shares.cohorts().stream().map(property::applyAsDouble).toArray(Double[]::new));
    }

    private static Object ofMembers(CalibratedShares shares, Function<MemberShares, List<Double>> property) {
        return numbers(shares.members().stream()
                .map(property)
                .map(values -> values.toArray(Double[]::new))
                .toArray(Double[][]::new));
    }

    private static SqlArrayValue numbers(Object[] values) {
        return new SqlArrayValue("float8", values);
    }
}
