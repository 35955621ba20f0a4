package io.liquidationmap.ingestion.files;

/// A decimal number as files write it: digits, a point, an exponent. Nothing else that Java would take for one (`NaN`,
/// `1d`, `0x1p3`).
final class NumberField {

    private NumberField() {}

    /// @param column for the message
    /// @throws IllegalArgumentException if it is no finite number
    static double parse(String column, String text) {
        double value = text.chars().allMatch(NumberField::mayOccur) ? parseOrNaN(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(column + " is " + Excerpt.of(text) + ", not a finite decimal number");
        }
        return value;
    }

    private static boolean mayOccur(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    private static double parseOrNaN(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
