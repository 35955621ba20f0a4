package io.liquidationmap.maps;

import io.liquidationmap.maps.LiquidationPrices.ImpossiblePositionException;
import io.liquidationmap.market.Interval;
import java.time.Instant;

/// The failures of the use cases, for tests of those who must cope with them.
public final class MapsFailures {

    private MapsFailures() {}

    public static RuntimeException unknownSymbol(String known) {
        return new QuestionException.UnknownSymbol(known);
    }

    public static RuntimeException notPublic(String venues) {
        return new QuestionException.NotPublic(venues);
    }

    public static RuntimeException unknownVenue(String message) {
        return new QuestionException.UnknownVenue(message);
    }

    public static RuntimeException noDataYet(String message) {
        return new QuestionException.NoDataYet(message);
    }

    public static RuntimeException notCovered(Instant from) {
        return new QuestionException.NotCovered(from);
    }

    public static RuntimeException impossiblePosition(String parameter, String message, String allowed) {
        return new ImpossiblePositionException(parameter, message, allowed);
    }

    public static RuntimeException busy() {
        return new BusyException();
    }

    public static RuntimeException stepTooShort(Interval bars) {
        return new QuestionException.StepTooShort(bars);
    }
}
