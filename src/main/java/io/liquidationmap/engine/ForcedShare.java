package io.liquidationmap.engine;

/// The part of the notional at a level that would really be force-closed when price travels there; the rest leaves
/// before, by stop-loss, by hand or by adding margin. Uncertain, so it comes as a band.
///
/// @param low lower end of the band
/// @param central best estimate
/// @param high upper end of the band
public record ForcedShare(double low, double central, double high) {

    public ForcedShare {
        if (!(low >= 0 && low <= central && central <= high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a forced share needs 0 <= low <= central <= high");
        }
    }
}
