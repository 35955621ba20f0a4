package io.liquidationmap.market;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many coins the price of a contract is of. What costs next to nothing trades by the thousand or more, under names
/// that say so: `1000PEPE`, `kPEPE`, `SHIB1000`, `1MBABYDOGE`.
///
/// Whatever its contracts are on, a coin has one price axis: prices are divided by the units, sizes multiplied by them,
/// and values in US dollars stay what they are.
///
/// @param coin the coin itself, `PEPE`
/// @param units how many of it, 1 for most
public record Denomination(String coin, double units) {

    /// Powers of ten from a thousand on, so that the coin `1INCH` is left alone; a million only before what is long enough
    /// to be a name.
    private static final Pattern BEFORE =
            Pattern.compile("(?:1(?<zeros>0{3,9})|(?<million>1M)(?=\\p{Lu}{3})|k)(?<coin>\\p{Lu}.*)");

    private static final Pattern AFTER = Pattern.compile("(?<coin>\\p{Lu}+)1(?<zeros>0{3,9})");

    public Denomination {
        if (!(units >= 1) || Double.isInfinite(units)) {
            throw new IllegalArgumentException("a price is of one coin at least");
        }
    }

    /// What a venue's name for a coin, or for a multiple of one, stands for.
    public static Denomination of(String name) {
        Matcher before = BEFORE.matcher(name);
        if (before.matches()) {
            int power = before.group("million") != null ? 6 : zeros(before.group("zeros"));
            return new Denomination(before.group("coin"), Math.pow(10, power));
        }
        Matcher after = AFTER.matcher(name);
        return after.matches()
                ? new Denomination(after.group("coin"), Math.pow(10, zeros(after.group("zeros"))))
                : new Denomination(name, 1);
    }

    /// What the price of a contract is of, by its symbol.
    public static Denomination of(InstrumentId instrument) {
        return of(Pair.ofSymbol(instrument.symbol()).map(Pair::base).orElse(instrument.symbol()));
    }

    /// Whether prices and sizes are those of single coins as they are.
    public boolean isSingle() {
        return units == 1;
    }

    /// A price per coin.
    ///
    /// @param price of as many coins as there are units
    public double price(double price) {
        return price / units;
    }

    /// A number of coins.
    ///
    /// @param size counted in units
    public double coins(double size) {
        return size * units;
    }

    /// The same bar with prices and sizes of single coins.
    public Bar perCoin(Bar bar) {
        if (isSingle()) {
            return bar;
        }
        Candle candle = bar.price();
        Candle price =
                new Candle(price(candle.open()), price(candle.high()), price(candle.low()), price(candle.close()));
        return new Bar(
                bar.openTime(),
                price,
                bar.priceKind(),
                priceOrUnknown(bar.vwap()),
                coinsOrUnknown(bar.volume()),
                coinsOrUnknown(bar.takerBuyVolume()),
                coinsOrUnknown(bar.openInterest()),
                bar.longShortRatio(),
                bar.topAccountRatio(),
                bar.topPositionRatio(),
                bar.fundingRate(),
                bar.liquidatedLongUsd(),
                bar.liquidatedShortUsd());
    }

    /// The same liquidation with price and size of single coins.
    public Liquidation perCoin(Liquidation event) {
        return isSingle()
                ? event
                : new Liquidation(
                        event.instrument(),
                        event.time(),
                        event.side(),
                        price(event.price()),
                        coins(event.coins()),
                        event.usd(),
                        event.venueId(),
                        event.ordinal());
    }

    /// The same position with prices and size of single coins.
    public PublicPosition perCoin(PublicPosition position) {
        return isSingle()
                ? position
                : new PublicPosition(
                        position.instrument(),
                        coins(position.coins()),
                        priceOrUnknown(position.entryPrice()),
                        position.marginMode(),
                        position.leverage(),
                        priceOrUnknown(position.liquidationPrice()),
                        position.marginUsd(),
                        position.valueUsd());
    }

    private @Nullable Double priceOrUnknown(@Nullable Double price) {
        return price == null ? null : (Double) price(price);
    }

    private @Nullable Double coinsOrUnknown(@Nullable Double size) {
        return size == null ? null : (Double) coins(size);
    }

    private static int zeros(@Nullable String digits) {
        return digits == null ? 3 : digits.length();
    }
}
