package io.liquidationmap.maps;

import io.liquidationmap.market.BarSeries;

/// Digests of bars, by which answers name their input.
///
/// 64 bits, mixed with the finaliser of SplitMix64 (Steele, Lea, Flood 2014): it tells inputs apart, it does not
/// defend against somebody who forges them.
final class InputDigest {

    private InputDigest() {}

    /// A digest of everything the model reads of each prefix of a series, so that an answer as of any bar can name its
    /// input without reading it again: `digest(i)` covers the bars `0 … i` and nothing later.
    static long[] ofPrefixes(BarSeries bars) {
        long[] digests = new long[bars.size()];
        long digest = bars.interval().millis();
        for (int i = 0; i < digests.length; i++) {
            digest = mix(digest ^ bars.openTimeMs(i));
            digest = add(digest, bars.high(i));
            digest = add(digest, bars.low(i));
            digest = add(digest, bars.close(i));
            digest = add(digest, bars.vwap(i));
            digest = add(digest, bars.volume(i));
            digest = add(digest, bars.takerBuyVolume(i));
            digest = add(digest, bars.openInterest(i));
            digest = add(digest, bars.longShortRatio(i));
            digest = mix(digest + (bars.isMark(i) ? 1 : 0));
            digests[i] = digest;
        }
        return digests;
    }

    /// A digest of what the bars of a series say was liquidated.
    static long ofLiquidations(BarSeries bars) {
        long digest = bars.interval().millis();
        for (int i = 0; i < bars.size(); i++) {
            digest = mix(digest ^ bars.openTimeMs(i));
            digest = add(digest, bars.liquidatedLongUsd(i));
            digest = add(digest, bars.liquidatedShortUsd(i));
        }
        return digest;
    }

    private static long add(long digest, double value) {
        return mix(31 * digest + Double.doubleToLongBits(value));
    }

    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
