package io.liquidationmap.simulation;

/// The traders of one kind: decides when positions are opened, in which direction, how large, on which margin and with
/// which plans to leave.
final class Crowd {

    // Fast traders are out within minutes, and nobody holds on for ever: this bounds the number of open positions.
    private static final double SHORTEST_LIFE_DAYS = 0.002;
    private static final double LONGEST_LIFE_DAYS = 90;
    private static final double ORDINARY_LIQUIDATION_DISTANCE = 0.1;
    // Money that is not in positions goes into new ones, and the other way round.
    private static final double SMALLEST_REFILL = 0.3;
    private static final double LARGEST_REFILL = 3;
    private static final double STOP_SPREAD = 0.6;
    private static final double TAKER_SHARE = 0.7;

    private final TraderKind kind;
    private final TraderProfile profile;
    private final CrowdDynamics dynamics;
    private final ContractTerms terms;
    private final Climate climate;
    private final PositionBook book;
    private final Tape tape;
    private final Dice dice;
    private final ArrivalClock arrivals;
    private final Momentum momentum;
    private final double marketLots;
    private final double meanLots;

    /// @param marketLots undisturbed open interest
    Crowd(
            TraderKind kind,
            WorldParameters world,
            ContractTerms terms,
            double marketLots,
            Climate climate,
            PositionBook book,
            Tape tape,
            Dice dice) {
        this.kind = kind;
        this.terms = terms;
        this.marketLots = marketLots;
        this.climate = climate;
        this.book = book;
        this.tape = tape;
        this.dice = dice;
        profile = world.profile(kind);
        dynamics = world.crowd();
        arrivals = new ArrivalClock(dice);
        PriceDynamics price = world.price();
        momentum = new Momentum(profile.opinion().momentumDays(), price.dailyVolatility(), price.anchor());
        TraderProfile.Presence presence = profile.presence();
        double meanLife = presence.lifeDays() * meanOfLogNormal(presence.lifeSpread());
        // Both sides together hold twice the open interest.
        meanLots = 2 * marketLots * presence.stockShare() / (presence.opensPerDay() * meanLife);
    }

    /// Opens what is opened in a step.
    ///
    /// @param mark present price
    /// @param now traders' time, days
    void trade(double mark, double elapsedDays, double now) {
        momentum.advance(mark, elapsedDays);
        double expected = profile.presence().opensPerDay() * climate.activity() * elapsedDays;
        for (int n = arrivals.arrivals(expected); n > 0; n--) {
            open(mark, now);
        }
    }

    private void open(double mark, double now) {
        int sign = dice.chance(logistic(longLogOdds(mark))) ? +1 : -1;
        long lots = size();
        TraderProfile.Margin margin = profile.margin();
        int accounts = accounts(lots, mark);
        boolean cross = !dice.chance(margin.isolatedShare());
        double ratio = collateral(cross, Math.max(1, lots / accounts), mark);
        double liquidation = terms.liquidationPrice(sign, Math.max(1, lots / accounts), mark, ratio);
        double distance = Math.abs(liquidation / mark - 1);
        OpenPosition position =
                new OpenPosition(kind, sign, lots, accounts, mark, ratio, liquidation, cross, life(distance));
        planExits(position, mark, distance);
        book.open(position, now + position.life);
        if (dice.chance(TAKER_SHARE)) {
            tape.take(sign, lots);
        } else {
            tape.rest(sign, lots);
        }
    }

    private double longLogOdds(double mark) {
        TraderProfile.Opinion opinion = profile.opinion();
        double imbalance = (double) book.surplusLots() / Math.max(1, book.openInterestLots());
        return opinion.bias()
                + opinion.momentum() * momentum.value(mark)
                + opinion.herding() * climate.sentiment()
                + opinion.inventoryResponse() * imbalance;
    }

    private long size() {
        TraderProfile.Presence presence = profile.presence();
        double missing = marketLots * climate.appetite() / Math.max(1, book.openInterestLots());
        double refill = Math.clamp(missing * missing, SMALLEST_REFILL, LARGEST_REFILL);
        double spread = presence.sizeSpread();
        double lots = meanLots * refill * dice.logNormal(1 / meanOfLogNormal(spread), spread);
        return Math.max(1, Math.round(Math.min(lots, presence.largestShare() * marketLots)));
    }

    private int accounts(long lots, double mark) {
        return (int) Math.max(
                1, Math.round(terms.usd(lots, mark) / profile.presence().accountUsd()));
    }

    private double collateral(boolean cross, long accountLots, double mark) {
        TraderProfile.Margin margin = profile.margin();
        double largest = terms.maxLeverage(accountLots, mark);
        return cross
                ? Math.max(dice.logNormal(margin.crossRatio(), margin.crossSpread()), 1 / largest)
                : 1 / margin.leverage().at(dice.uniform(), largest);
    }

    private double life(double distance) {
        TraderProfile.Presence presence = profile.presence();
        double patience = Math.min(1, distance / ORDINARY_LIQUIDATION_DISTANCE);
        double life = dice.logNormal(presence.lifeDays(), presence.lifeSpread())
                * StrictMath.pow(patience, dynamics.lifeByLeverage());
        return Math.clamp(life, SHORTEST_LIFE_DAYS, LONGEST_LIFE_DAYS);
    }

    private void planExits(OpenPosition position, double mark, double liquidationDistance) {
        TraderProfile.Exits exits = profile.exits();
        if (dice.chance(exits.stopShare())) {
            double chosen = dice.logNormal(exits.stopDistance(), STOP_SPREAD);
            double within = liquidationDistance * dice.between(0.3, 0.95);
            position.stop = mark * (1 - position.sign * Math.min(chosen, within));
        }
        if (dice.chance(exits.takeProfitShare())) {
            double hoped = 1.5 * dice.logNormal(exits.stopDistance(), STOP_SPREAD);
            position.target = Math.max(0, mark * (1 + position.sign * hoped));
        }
        if (dice.chance(profile.margin().topUpShare())) {
            position.planTopUps(mark, dice.between(0.5, 0.85));
        }
    }

    private static double meanOfLogNormal(double spread) {
        return StrictMath.exp(spread * spread / 2);
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
