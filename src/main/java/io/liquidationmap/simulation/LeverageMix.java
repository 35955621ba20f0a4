package io.liquidationmap.simulation;

import java.util.List;

/// How often each nominal leverage is chosen. People choose round numbers, so liquidation levels form a comb.
///
/// @param choices at least one, ascending by leverage
public record LeverageMix(List<Choice> choices) {

    public LeverageMix {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("a leverage mix needs at least one choice");
        }
    }

    /// The leverage at quantile `u` of the mix, among those up to `cap`; the smallest one if all are larger.
    ///
    /// @param u in [0, 1)
    double at(double u, double cap) {
        double total = 0;
        for (Choice choice : choices) {
            total += choice.leverage() <= cap ? choice.weight() : 0;
        }
        double left = u * total;
        double chosen = choices.getFirst().leverage();
        for (Choice choice : choices) {
            if (choice.leverage() > cap || left < 0) {
                break;
            }
            chosen = choice.leverage();
            left -= choice.weight();
        }
        return chosen;
    }

    /// One entry of the menu.
    ///
    /// @param leverage notional / margin, at least 1
    /// @param weight relative frequency, positive
    public record Choice(double leverage, double weight) {
        public Choice {
            if (!(leverage >= 1) || !(weight > 0)) {
                throw new IllegalArgumentException("a leverage must be at least 1 and its weight positive");
            }
        }
    }
}
