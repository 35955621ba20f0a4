package io.liquidationmap.api.representation;

import java.math.BigDecimal;

/// Numbers as people and spreadsheets read them: every digit that identifies the double, no exponent.
final class PlainDecimal {

    private PlainDecimal() {}

    /// The shortest decimal that reads back as `value`: `358000000`, `0.000012`.
    ///
    /// @param value finite
    static String of(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
