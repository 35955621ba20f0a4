package io.liquidationmap.calibration;

import io.liquidationmap.engine.Cohort;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What calibrated instruments teach about another one of the same coin: its uncalibrated shares, each multiplied by the
/// geometric mean, over the teachers and both sides, of calibrated share / uncalibrated share at that distance.
final class Transfer {

    private static final String VERSION = "transferred";

    private Transfer() {}

    /// What one instrument has learned.
    ///
    /// @param assumed its uncalibrated shares
    /// @param learned its calibrated ones, of the same cohorts
    record Teacher(ModelParameters assumed, ModelParameters learned) {

        /// Whether shares can be compared: not if the cohorts have changed since.
        boolean isComparable() {
            return labels(assumed).equals(labels(learned));
        }

        private static List<String> labels(ModelParameters parameters) {
            return parameters.cohorts().stream().map(Cohort::label).toList();
        }
    }

    /// The shares to expect.
    ///
    /// @param pupil its uncalibrated shares
    /// @param teachers at least one, all comparable
    static ModelParameters to(ModelParameters pupil, List<Teacher> teachers) {
        List<Curve> curves = teachers.stream().map(Curve::of).toList();
        List<Cohort> cohorts = pupil.cohorts();
        double[] weights = new double[cohorts.size()];
        double total = unleveredShare(pupil)
                * Math.exp(mean(curves.stream().map(Curve::unlevered).toList()));
        for (int k = 0; k < weights.length; k++) {
            Cohort cohort = cohorts.get(k);
            double ratio = mean(curves.stream().map(curve -> curve.at(cohort)).toList());
            weights[k] = share(cohort) * Math.exp(ratio);
            total += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= total;
        }
        return pupil.withStockShares(VERSION, weights, weights);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double share(Cohort cohort) {
        return Math.sqrt(cohort.longStockShare() * cohort.shortStockShare());
    }

    private static double unleveredShare(ModelParameters parameters) {
        return Math.sqrt(parameters.unleveredShare(Side.LONG) * parameters.unleveredShare(Side.SHORT));
    }

    private static double logDistance(Cohort cohort) {
        return Math.log(cohort.longDistance() * cohort.shortDistance()) / 2;
    }

    /// One teacher's logarithms of learned over assumed share.
    ///
    /// @param points ascending by log distance
    /// @param unlevered that of positions without a level
    private record Curve(List<Point> points, double unlevered) {

        static Curve of(Teacher teacher) {
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < teacher.assumed.cohorts().size(); k++) {
                Cohort assumed = teacher.assumed.cohorts().get(k);
                Cohort learned = teacher.learned.cohorts().get(k);
                points.add(new Point(assumed.label(), logDistance(assumed), Math.log(share(learned) / share(assumed))));
            }
            points.sort(Comparator.comparingDouble(Point::logDistance));
            return new Curve(points, Math.log(unleveredShare(teacher.learned) / unleveredShare(teacher.assumed)));
        }

        /// That of the same nominal leverage where there is one, else interpolated over log distance.
        double at(Cohort cohort) {
            if (cohort.leverage().isPresent()) {
                for (Point point : points) {
                    if (point.label.equals(cohort.label())) {
                        return point.logRatio;
                    }
                }
            }
            return interpolate(logDistance(cohort));
        }

        private double interpolate(double logDistance) {
            Point below = points.getFirst();
            for (Point above : points) {
                if (above.logDistance >= logDistance) {
                    double gap = above.logDistance - below.logDistance;
                    double part = gap > 0 ? (logDistance - below.logDistance) / gap : 1;
                    return below.logRatio + Math.clamp(part, 0, 1) * (above.logRatio - below.logRatio);
                }
                below = above;
            }
            return below.logRatio;
        }
    }

    private record Point(String label, double logDistance, double logRatio) {}
}
