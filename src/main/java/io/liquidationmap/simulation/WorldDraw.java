package io.liquidationmap.simulation;

import io.liquidationmap.market.ContractType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The ranges worlds are drawn from. They are wide on purpose: an estimate that holds in all of them has not been
/// tuned to any.
final class WorldDraw {

    private static final double[] MENU = {3, 5, 10, 20, 25, 50, 75, 100, 125};
    private static final double[] RETAIL_TASTE = {6, 12, 22, 22, 8, 13, 4, 8, 5};
    private static final double[] SWING_TASTE = {25, 30, 25, 12, 5, 3};
    private static final double[] WHALE_TASTE = {50, 35, 15};
    private static final double TASTE_SPREAD = 0.6;

    private final Dice dice;
    private final boolean hostile;

    private WorldDraw(long seed, boolean hostile) {
        dice = new Dice(seed);
        this.hostile = hostile;
    }

    static WorldParameters ordinary(long seed) {
        return new WorldDraw(seed, false).world();
    }

    static WorldParameters hostile(long seed) {
        return new WorldDraw(seed, true).world();
    }

    private WorldParameters world() {
        return new WorldParameters(
                ContractType.LINEAR, LiquidationFeed.COMPLETE, price(), liquidity(), crowd(), traders());
    }

    private PriceDynamics price() {
        return new PriceDynamics(
                dice.logBetween(40_000, 90_000),
                dice.between(40, 120),
                dice.between(0.016, 0.032),
                new Fluctuation(dice.between(0.2, 0.45), dice.between(4, 25)),
                new Fluctuation(dice.between(0.2, 0.45), dice.between(0.1, 0.5)),
                dice.between(0.02, 0.25),
                dice.between(0.3, 0.8),
                new Fluctuation(dice.between(0, 0.0025), dice.between(8, 40)));
    }

    private Liquidity liquidity() {
        return new Liquidity(
                dice.logBetween(1e9, 1.2e10),
                dice.between(0.6, 4),
                dice.between(0.2, 1),
                dice.between(0.3, 0.7),
                dice.between(0.01, 0.08));
    }

    private CrowdDynamics crowd() {
        return new CrowdDynamics(
                new Fluctuation(1, dice.between(0.5, 6)),
                new Fluctuation(dice.between(0.1, 0.35), dice.between(5, 30)),
                dice.between(0.1, 0.5),
                dice.between(0.3, 0.9),
                dice.between(0, 1),
                dice.between(0.3, 1.3),
                dice.between(0, 0.5));
    }

    private Map<TraderKind, TraderProfile> traders() {
        double retail = dice.between(0.06, 0.22);
        double swing = dice.between(0.12, 0.30);
        double whale = hostile ? dice.between(0.25, 0.40) : dice.between(0.10, 0.28);
        double hedger = dice.between(0.25, 0.50);
        double sum = retail + swing + whale + hedger;
        Map<TraderKind, TraderProfile> traders = new EnumMap<>(TraderKind.class);
        traders.put(TraderKind.RETAIL, retail(retail / sum));
        traders.put(TraderKind.SWING, swing(swing / sum));
        traders.put(TraderKind.WHALE, whale(whale / sum));
        traders.put(TraderKind.HEDGER, hedger(hedger / sum));
        return traders;
    }

    private TraderProfile retail(double share) {
        return new TraderProfile(
                new TraderProfile.Presence(
                        share,
                        dice.between(2000, 4000),
                        dice.logBetween(0.3, 1.2),
                        dice.between(0.8, 1.4),
                        dice.between(0.7, 1.2),
                        0.003,
                        dice.logBetween(5e3, 5e4)),
                new TraderProfile.Margin(
                        dice.between(0.3, 0.9),
                        mix(RETAIL_TASTE),
                        dice.logBetween(0.06, 0.25),
                        dice.between(0.5, 0.9),
                        drift(0.04, 0.12),
                        topUps(0.05, 0.2)),
                new TraderProfile.Exits(
                        stops(0.15, 0.5),
                        dice.logBetween(0.01, 0.04),
                        dice.between(0.15, 0.5),
                        dice.between(0.1, 0.4),
                        dice.between(0.2, 0.6)),
                new TraderProfile.Opinion(
                        dice.between(-0.1, 0.5),
                        dice.between(0.05, 0.5),
                        dice.logBetween(0.1, 1),
                        dice.between(0.1, 0.4),
                        dice.between(-2, 0)));
    }

    private TraderProfile swing(double share) {
        return new TraderProfile(
                new TraderProfile.Presence(
                        share,
                        dice.between(250, 600),
                        dice.logBetween(1.5, 6),
                        dice.between(0.7, 1.2),
                        dice.between(0.7, 1.2),
                        0.006,
                        dice.logBetween(1e5, 1e6)),
                new TraderProfile.Margin(
                        dice.between(0.1, 0.6),
                        mix(SWING_TASTE),
                        dice.logBetween(0.15, 0.45),
                        dice.between(0.4, 0.8),
                        drift(0.03, 0.1),
                        topUps(0.05, 0.25)),
                new TraderProfile.Exits(
                        stops(0.15, 0.5),
                        dice.logBetween(0.03, 0.09),
                        dice.between(0.15, 0.5),
                        dice.between(0.2, 0.5),
                        dice.between(0.2, 0.6)),
                new TraderProfile.Opinion(
                        dice.between(-0.2, 0.4),
                        dice.between(-0.4, 0.6),
                        dice.logBetween(2, 10),
                        dice.between(0.1, 0.4),
                        dice.between(-3, -0.5)));
    }

    private TraderProfile whale(double share) {
        return new TraderProfile(
                new TraderProfile.Presence(
                        share,
                        hostile ? dice.between(0.6, 2) : dice.between(8, 24),
                        dice.logBetween(5, 20),
                        dice.between(0.6, 1.1),
                        hostile ? dice.between(1, 1.5) : dice.between(0.6, 1.1),
                        hostile ? dice.between(0.04, 0.10) : dice.between(0.008, 0.02),
                        Double.POSITIVE_INFINITY),
                new TraderProfile.Margin(
                        dice.between(0, 0.2),
                        mix(WHALE_TASTE),
                        dice.logBetween(0.25, 1),
                        dice.between(0.4, 0.8),
                        drift(0.02, 0.07),
                        topUps(0.2, 0.6)),
                new TraderProfile.Exits(
                        stops(0, 0.25),
                        dice.logBetween(0.06, 0.2),
                        dice.between(0, 0.3),
                        dice.between(0.3, 0.7),
                        dice.between(0.1, 0.5)),
                new TraderProfile.Opinion(
                        dice.between(-0.3, 0.3),
                        dice.between(-0.5, 0.5),
                        dice.logBetween(3, 20),
                        dice.between(0, 0.4),
                        dice.between(-3, -0.5)));
    }

    private TraderProfile hedger(double share) {
        return new TraderProfile(
                new TraderProfile.Presence(
                        share,
                        dice.between(50, 150),
                        dice.logBetween(4, 15),
                        dice.between(0.5, 1),
                        dice.between(0.7, 1.2),
                        0.01,
                        Double.POSITIVE_INFINITY),
                new TraderProfile.Margin(0, mix(WHALE_TASTE), Double.POSITIVE_INFINITY, 0, 0, 0),
                new TraderProfile.Exits(0, 1, 0, dice.between(0.2, 0.6), 0),
                new TraderProfile.Opinion(dice.between(-0.5, 0), 0, 1, 0, dice.between(-14, -6)));
    }

    private double drift(double low, double high) {
        return hostile ? dice.between(2 * high, 4 * high) : dice.between(low, high);
    }

    private double stops(double low, double high) {
        return hostile ? dice.between(high, high + 0.3) : dice.between(low, high);
    }

    private double topUps(double low, double high) {
        return hostile ? dice.between(high, high + 0.3) : dice.between(low, high);
    }

    private LeverageMix mix(double[] taste) {
        List<LeverageMix.Choice> choices = new ArrayList<>();
        for (int i = 0; i < taste.length; i++) {
            choices.add(new LeverageMix.Choice(MENU[i], dice.logNormal(taste[i], TASTE_SPREAD)));
        }
        return new LeverageMix(choices);
    }
}
