package io.liquidationmap.api.representation;

/// Numbers as people and spreadsheets read them: every digit that identifies the double, no exponent.
final class PlainDecimal {

    private PlainDecimal() {}

    /// The shortest decimal that reads back as `value`: `358000000`, `0.000012`.
    ///
    /// @param value finite
    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        String shortest = Double.toString(value);
        int exponent = shortest.indexOf('E');
        return exponent < 0
                ? withoutPointZero(shortest)
                : shifted(
                        withoutPointZero(shortest.substring(0, exponent)),
                        Integer.parseInt(shortest, exponent + 1, shortest.length(), 10));
    }

    private static String withoutPointZero(String decimal) {
        return decimal.endsWith(".0") ? decimal.substring(0, decimal.length() - 2) : decimal;
    }

    /// @param decimal with one digit before the point
    /// @param places by which the point moves to the right, or, if negative, to the left
    private static String shifted(String decimal, int places) {
        int start = decimal.charAt(0) == '-' ? 1 : 0;
        StringBuilder digits = new StringBuilder(decimal.length() + Math.abs(places)).append(decimal, start, start + 1);
        digits.append(decimal, Math.min(start + 2, decimal.length()), decimal.length());
        if (places < 0) {
            digits.insert(0, "0." + "0".repeat(-places - 1));
        } else if (digits.length() > places + 1) {
            digits.insert(places + 1, '.');
        } else {
            digits.repeat('0', places + 1 - digits.length());
        }
        return start == 0 ? digits.toString() : digits.insert(0, '-').toString();
    }
}
