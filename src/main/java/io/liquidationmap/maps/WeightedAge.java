package io.liquidationmap.maps;

import java.time.Duration;
import java.util.List;

/// How old a piece of knowledge is, and how much it says.
///
/// @param weight not negative
record WeightedAge(Duration age, double weight) {

    /// The age that half of the weight does not exceed; zero of nothing.
    ///
    /// @param ascending by age
    static Duration median(List<WeightedAge> ascending) {
        double half = ascending.stream().mapToDouble(WeightedAge::weight).sum() / 2;
        double sum = 0;
        Duration reached = Duration.ZERO;
        for (WeightedAge one : ascending) {
            if (sum >= half && sum > 0) {
                break;
            }
            sum += one.weight;
            reached = one.age;
        }
        return reached;
    }
}
