package io.liquidationmap.accuracy.forecast.report;

import io.liquidationmap.accuracy.forecast.Calibration.Decile;
import io.liquidationmap.accuracy.forecast.ForecastScore;
import io.liquidationmap.accuracy.forecast.ForecastScore.Difference;
import io.liquidationmap.accuracy.forecast.report.ForecastReport.Entry;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A report as tables for people.
final class MarkdownReport {

    private static final double MILLION = 1e6;

    private MarkdownReport() {}

    static String of(ForecastReport report) {
        return String.format(
                        Locale.ROOT,
                        "Model `%s`, forced share %.2f. Rank correlation (Spearman) of predicted and realised:%n%n",
                        report.model(),
                        report.forcedShare())
                + ranks(report)
                + "\nAmounts, and the part of the Tweedie deviance they explain once the sum is right:\n\n"
                + amounts(report)
                + "\nMean amounts by tenths of the prediction, both sides, millions of dollars:\n\n"
                + deciles(report);
    }

    private static String ranks(ForecastReport report) {
        return """
                | bucket | side | from | to | pairs | map | naive | map − naive | mirrored − naive | shuffled − naive |
                |---|---|---|---|---|---|---|---|---|---|
                """ + rows(report, MarkdownReport::rankRow);
    }

    private static String rankRow(Entry entry) {
        ForecastScore score = entry.score();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %tF | %tF | %d | %.3f | %.3f | %s | %s | %s |%n",
                entry.bucket(),
                entry.side(),
                score.from().atOffset(ZoneOffset.UTC),
                score.to().atOffset(ZoneOffset.UTC),
                score.pairs(),
                score.map().spearman(),
                score.naive().spearman(),
                difference(score.skill()),
                difference(score.controlSkill()),
                difference(entry.shuffledSkill()));
    }

    private static String difference(Difference difference) {
        String value = String.format(Locale.ROOT, "%+.3f", difference.value());
        return Double.isNaN(difference.low())
                ? value
                : value + String.format(Locale.ROOT, " [%+.3f, %+.3f]", difference.low(), difference.high());
    }

    private static String amounts(ForecastReport report) {
        return """
                | bucket | side | predicted / realised | log slope | explained: map | naive | mirrored |
                |---|---|---|---|---|---|---|
                """ + rows(report, MarkdownReport::amountRow);
    }

    private static String amountRow(Entry entry) {
        ForecastScore score = entry.score();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                entry.bucket(),
                entry.side(),
                score.map().predictedToRealised(),
                score.calibration().logSlope(),
                score.map().tweedieExplainedAtScale(),
                score.naive().tweedieExplainedAtScale(),
                score.control().tweedieExplainedAtScale());
    }

    private static String deciles(ForecastReport report) {
        return "| bucket | | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n"
                + report.scores().stream()
                        .filter(entry -> entry.side().equals("both"))
                        .map(entry -> decileRow(entry, "predicted", Decile::meanPredictedUsd)
                                + decileRow(entry, "realised", Decile::meanRealisedUsd))
                        .collect(Collectors.joining());
    }

    private static String decileRow(Entry entry, String what, ToDoubleFunction<Decile> amount) {
        return entry.score().calibration().deciles().stream()
                .map(decile -> String.format(Locale.ROOT, "%.3f", amount.applyAsDouble(decile) / MILLION))
                .collect(Collectors.joining(" | ", "| " + entry.bucket() + " | " + what + " | ", " |\n"));
    }

    private static String rows(ForecastReport report, Function<Entry, String> row) {
        return report.scores().stream().map(row).collect(Collectors.joining());
    }
}
