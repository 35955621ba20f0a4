package io.liquidationmap.accuracy;

import java.util.List;
import java.util.Optional;

/// How wrong methods of drawing a map were in simulated markets whose positions are known.
///
/// @param command what computes it again
/// @param modelVersion version of the parameters of the conserved model that was measured
/// @param days length of each market's history
/// @param barInterval length of the bars, unless a method says otherwise
/// @param firstSnapshotDay the day of the first map that was measured; what lies before is for learning
/// @param snapshotEveryDays days from one measured map to the next
/// @param groups markets of one kind together
public record Scoreboard(
        String command,
        String modelVersion,
        int days,
        String barInterval,
        int firstSnapshotDay,
        int snapshotEveryDays,
        List<Group> groups) {

    public Scoreboard {
        groups = List.copyOf(groups);
    }

    /// The scores of every method in worlds of one kind.
    ///
    /// @param worlds the kind: `ordinary` or `hostile`
    /// @param worldCount how many
    /// @param methods in the order of comparison
    public record Group(String worlds, int worldCount, List<MethodScores> methods) {
        public Group {
            methods = List.copyOf(methods);
        }

        /// The scores of one method.
        public Optional<MethodScores> method(String name) {
            return methods.stream()
                    .filter(scores -> scores.method().equals(name))
                    .findFirst();
        }
    }

    /// The scores of one method.
    ///
    /// @param method its name
    /// @param description what it does, a sentence without its end
    /// @param scores in the order of the metrics, without those that do not apply
    public record MethodScores(String method, String description, List<Score> scores) {
        public MethodScores {
            scores = List.copyOf(scores);
        }

        /// A score; empty if it does not apply to the method.
        public Optional<Spread> spread(Metric metric) {
            return scores.stream()
                    .filter(score -> score.metric().equals(metric))
                    .map(Score::spread)
                    .findFirst();
        }
    }

    /// One number over all worlds of a kind.
    public record Score(Metric metric, Spread spread) {}
}
