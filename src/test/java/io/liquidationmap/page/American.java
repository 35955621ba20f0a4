package io.liquidationmap.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/// How an American reader sees figures, written independently of the page.
final class American {

    private static final List<String> THOUSANDS = List.of("", " K", " M", " B", " T");
    private static final int DIGITS = 3;

    private American() {}

    /// An amount to three digits: $3.58 B.
    static String usd(double amount) {
        BigDecimal rounded = decimal(amount).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        if (Math.abs(amount) < 1_000) {
            return "$" + decimal(amount).setScale(0, RoundingMode.HALF_UP);
        }
        int power = (rounded.precision() - rounded.scale() - 1) / 3;
        BigDecimal scaled = rounded.movePointLeft(3 * power);
        int decimals = Math.max(0, DIGITS - (scaled.precision() - scaled.scale()));
        return "$" + scaled.setScale(decimals, RoundingMode.HALF_UP) + THOUSANDS.get(power);
    }

    /// A price: whole dollars from ten thousand on, cents from one on.
    static String price(double price) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setMaximumFractionDigits(price >= 10_000 ? 0 : 2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(decimal(price));
    }

    /// A plain figure to three digits.
    static String figure(double value) {
        String text = decimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
        return value >= 1_000 ? String.format(Locale.US, "%,d", new BigDecimal(text).intValue()) : text;
    }

    /// A percentage: 5.4%, from ten on 54%.
    static String percent(double value) {
        return rounded(value, Math.abs(value) < 10 ? 1 : 0) + "%";
    }

    /// A distance from the price: +5.4%.
    static String distance(double value) {
        return (value > 0 ? "+" : "") + rounded(value, 1) + "%";
    }

    private static String rounded(double value, int decimals) {
        return decimal(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Dollars of shorts to one of longs.
    static String ratio(double value) {
        return figure(value) + " : 1";
    }

    /// The number as it is written in JSON, which is not quite what the double is.
    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    /// Text of the page, its no-break spaces made ordinary ones.
    static String plain(String text) {
        return text.replace('\u00a0', ' ').strip();
    }
}
