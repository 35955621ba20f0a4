package io.liquidationmap.calibration;

import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.engine.calibration.Calibration;
import io.liquidationmap.engine.calibration.CalibrationRefusedException;
import io.liquidationmap.engine.calibration.Calibrator;
import io.liquidationmap.engine.calibration.Evidence;
import io.liquidationmap.history.CalibratedShares;
import io.liquidationmap.history.CalibrationOutcome;
import io.liquidationmap.history.CalibrationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Walks the instruments of one coin through their histories together. At each moment those with the better evidence
/// learn first and teach the others what to expect; one whose own history tells nothing takes what the others know.
final class AssetWalk {

    private final List<Student> students;

    AssetWalk(List<Student> students) {
        this.students = students;
    }

    Walked inputs() {
        return Walked.of(students, student -> student.instrument().id(), Student::input);
    }

    /// Learns at every moment after `changed`, and at those for which nothing is stored yet.
    ///
    /// @param changed open time of the first bar that changed since all was walked
    /// @param fits after how many to stop, at the end of a moment
    /// @return how many it took
    int run(Instant changed, int fits) {
        Instant missing = students.stream().map(Student::firstMissing).reduce(Instant.MAX, Walked::earlier);
        SortedSet<Instant> moments = new TreeSet<>();
        students.forEach(student -> moments.addAll(student.moments()));
        moments.removeIf(moment -> moment.isBefore(missing) && !moment.isAfter(changed));
        int done = 0;
        for (Instant moment : moments) {
            done += learn(moment, moments.first());
            if (done >= fits) {
                return done;
            }
        }
        return done;
    }

    private int learn(Instant moment, Instant since) {
        List<Attempt> attempts = students.stream()
                .filter(student -> student.moments().contains(moment))
                .flatMap(student -> student.lesson(moment, since).stream()
                        .map(lesson -> new Attempt(student, lesson, lesson.evidence(), moment)))
                .sorted(Comparator.comparing(Attempt::evidence).thenComparing(Attempt::student))
                .toList();
        List<Refusal> refusals = new ArrayList<>();
        int fits = 0;
        for (Attempt attempt : attempts) {
            ModelParameters prior = expectation(attempt.student, moment, attempt::isBetter)
                    .orElseGet(() -> attempt.student.uncalibrated(moment));
            String digest = attempt.lesson.digest(prior);
            CalibrationState stored = attempt.stored(digest);
            String reason = stored == null ? attempt.learn(prior, digest) : stored.refusal();
            fits += stored == null ? 1 : 0;
            if (reason != null) {
                refusals.add(new Refusal(attempt, digest, reason));
            }
        }
        refusals.forEach(this::refuse);
        return fits;
    }

    /// What the others teach, those with the best evidence alone; empty if none can.
    private Optional<ModelParameters> expectation(Student pupil, Instant moment, Predicate<Evidence> condition) {
        List<Student> others = students.stream()
                .filter(student -> !student.equals(pupil))
                .filter(student -> student.evidence(moment).filter(condition).isPresent())
                .toList();
        Optional<Evidence> best = others.stream()
                .flatMap(student -> student.evidence(moment).stream())
                .min(Comparator.naturalOrder());
        List<Transfer.Teacher> teachers = others.stream()
                .filter(student -> student.evidence(moment).equals(best))
                .map(student -> student.teacher(moment))
                .filter(Transfer.Teacher::isComparable)
                .toList();
        return teachers.isEmpty() ? Optional.empty() : Optional.of(Transfer.to(pupil.uncalibrated(moment), teachers));
    }

    private void refuse(Refusal refusal) {
        Attempt attempt = refusal.attempt;
        Optional<ModelParameters> taught = expectation(attempt.student, attempt.moment, _ -> true);
        String digest = refusal.digest
                + taught.map(parameters -> "+" + Digest.of(parameters.toString()))
                        .orElse("");
        CalibrationState stored = attempt.student.state(attempt.moment).orElse(null);
        if (stored != null && stored.inputDigest().equals(digest)) {
            return;
        }
        CalibratedShares shares = taught.map(
                        parameters -> StoredShares.of(parameters, Calibrator.uncalibrated(parameters)))
                .orElse(null);
        attempt.student.store(
                CalibrationOutcome.refused(attempt.moment, Calibrator.VERSION, digest, refusal.reason, shares));
    }

    /// An instrument about to learn.
    private record Attempt(Student student, Lesson lesson, Evidence evidence, Instant moment) {

        boolean isBetter(Evidence other) {
            return other.compareTo(evidence) < 0;
        }

        /// What is stored if it was computed from the same; null if it must be learned anew.
        @Nullable CalibrationState stored(String digest) {
            return student.state(moment)
                    .filter(state -> state.procedure().equals(Calibrator.VERSION)
                            && (state.inputDigest() + "+").startsWith(digest + "+"))
                    .orElse(null);
        }

        /// Learns and stores it.
        ///
        /// @return null, or the reason why nothing was to be learned
        @Nullable String learn(ModelParameters prior, String digest) {
            try {
                Calibration calibration = lesson.learn(prior);
                CalibratedShares shares = StoredShares.of(calibration.parameters(), calibration.ensemble());
                student.store(CalibrationOutcome.learned(moment, Calibrator.VERSION, digest, evidence.label(), shares));
                return null;
            } catch (CalibrationRefusedException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private record Refusal(Attempt attempt, String digest, String reason) {}
}
