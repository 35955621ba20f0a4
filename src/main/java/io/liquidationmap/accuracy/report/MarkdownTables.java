package io.liquidationmap.accuracy.report;

import io.liquidationmap.accuracy.Measure;
import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.Scoreboard.Group;
import io.liquidationmap.accuracy.Scoreboard.MethodScores;
import io.liquidationmap.accuracy.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A scoreboard as tables of Markdown, for the documentation: the median over worlds, and the lowest and the highest in
/// brackets.
final class MarkdownTables {

    private MarkdownTables() {}

    static String of(Scoreboard scoreboard) {
        String groups = scoreboard.groups().stream()
                .filter(group -> group.worldCount() > 0)
                .map(MarkdownTables::group)
                .collect(Collectors.joining("\n"));
        return "`" + scoreboard.command() + "`, model `" + scoreboard.modelVersion() + "`\n\n" + groups + "\n"
                + legend(scoreboard);
    }

    private static String group(Group group) {
        String kind = group.worlds().substring(0, 1).toUpperCase(Locale.ROOT)
                + group.worlds().substring(1);
        return "### " + kind + " worlds (" + group.worldCount() + ")\n\n"
                + "Amounts, factor error:\n\n" + table(group, Measure.FACTOR_ERROR)
                + "\nAmounts, bias:\n\n" + table(group, Measure.LOG_BIAS)
                + "\nShape:\n\n"
                + table(
                        group,
                        Measure.EARTH_MOVERS_DISTANCE_PCT,
                        Measure.BIN_RANK_CORRELATION,
                        Measure.DENSITY_CORRELATION,
                        Measure.CLUSTER_HIT_RATE)
                + "\nImbalance:\n\n"
                + table(group, Measure.IMBALANCE_LOG_ERROR, Measure.IMBALANCE_RANK_CORRELATION)
                + bands(group);
    }

    /// Only some methods have bands.
    private static String bands(Group group) {
        String table = table(group, Measure.BAND_COVERAGE, Measure.BIN_BAND_COVERAGE, Measure.IMBALANCE_BAND_COVERAGE);
        return table.isEmpty() ? "" : "\nBands of nominally 80 %, share of truths inside:\n\n" + table;
    }

    /// A row for each method that has one of these scores; nothing if none has.
    private static String table(Group group, Measure... measures) {
        List<Column> columns = Arrays.stream(measures)
                .flatMap(measure -> Column.of(measure).stream())
                .toList();
        List<String> rows = group.methods().stream()
                .filter(scores -> columns.stream()
                        .anyMatch(column -> scores.spread(column.metric()).isPresent()))
                .map(scores -> row(scores, columns))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        String head = line(Stream.concat(Stream.of("method"), columns.stream().map(Column::title)));
        String rule = line(Stream.concat(Stream.of("---"), columns.stream().map(_ -> "--:")));
        return head + rule + String.join("", rows);
    }

    private static String row(MethodScores scores, List<Column> columns) {
        return line(Stream.concat(
                Stream.of("`" + scores.method() + "`"),
                columns.stream()
                        .map(column -> scores.spread(column.metric())
                                .map(MarkdownTables::cell)
                                .orElse("–"))));
    }

    private static String cell(Spread spread) {
        return number(spread.median()) + " (" + number(spread.low()) + " … " + number(spread.high()) + ")";
    }

    /// Three digits at most are worth reading.
    private static String number(double value) {
        String format = Math.abs(value) < 10 ? "%.2f" : Math.abs(value) < 100 ? "%.1f" : "%.0f";
        String number = String.format(Locale.ROOT, format, value);
        return number.equals("-0.00") ? "0.00" : number.replace('-', '−');
    }

    private static String legend(Scoreboard scoreboard) {
        List<MethodScores> methods =
                scoreboard.groups().stream().map(Group::methods).findFirst().orElse(List.of());
        return "### Methods\n\n"
                + methods.stream()
                        .map(scores -> "- `" + scores.method() + "`: " + scores.description() + ".\n")
                        .collect(Collectors.joining());
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
