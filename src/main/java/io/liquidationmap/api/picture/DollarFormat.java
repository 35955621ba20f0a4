package io.liquidationmap.api.picture;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/// Amounts of money as axes show them: $950, $12.5K, $3.58B. Not thread-safe, as formats are.
final class DollarFormat extends NumberFormat {

    private static final long serialVersionUID = 1;

    private static final double THOUSAND = 1e3;
    private static final String[] UNITS = {"", "K", "M", "B", "T"};

    private final DecimalFormat digits = new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));

    @Override
    public StringBuffer format(double usd, StringBuffer target, FieldPosition position) {
        int unit = 0;
        double shown = usd;
        while (Math.abs(shown) >= THOUSAND && unit < UNITS.length - 1) {
            shown /= THOUSAND;
            unit++;
        }
        return target.append('$').append(digits.format(shown)).append(UNITS[unit]);
    }

    @Override
    public StringBuffer format(long usd, StringBuffer target, FieldPosition position) {
        return format((double) usd, target, position);
    }

    /// Axes are written, never read.
    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("amounts on axes are only written");
    }
}
