package io.liquidationmap.alerts;

/// The refusals of alerts, for tests of those who must cope with them.
public final class AlertFailures {

    private AlertFailures() {}

    public static RuntimeException unusableUrl(String message) {
        return new AlertException.UnusableUrl(message);
    }

    public static RuntimeException tooMany(int most) {
        return new AlertException.TooMany(most);
    }
}
