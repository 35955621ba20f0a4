package io.liquidationmap.simulation;

/// What happens to positions without the price reaching a level: their time comes, their owners lose their nerve, or
/// their collateral changes in value.
final class Closings {

    private static final double PANIC_DAYS = 1 / 24.0;
    private static final double CALM_DEVIATIONS = 2;
    private static final double COLLATERAL_CHANGES_PER_DAY = 1;
    private static final double SMALLEST_RATIO = 1e-4;

    private final WorldParameters world;
    private final PositionBook book;
    private final Tape tape;
    private final Dice dice;
    private final ArrivalClock panics;
    private final ArrivalClock collateralChanges;
    private final Momentum lastHour;

    Closings(WorldParameters world, PositionBook book, Tape tape, Dice dice) {
        this.world = world;
        this.book = book;
        this.tape = tape;
        this.dice = dice;
        panics = new ArrivalClock(dice);
        collateralChanges = new ArrivalClock(dice);
        PriceDynamics price = world.price();
        lastHour = new Momentum(PANIC_DAYS, price.dailyVolatility(), price.anchor());
    }

    /// Changes the collateral of some positions on cross margin: what else their owners hold rises and falls too.
    void driftCollateral(double elapsedDays) {
        int changes = collateralChanges.arrivals(book.count() * COLLATERAL_CHANGES_PER_DAY * elapsedDays);
        for (int n = changes; n > 0; n--) {
            OpenPosition position = book.get(dice.below(book.count()));
            if (position.cross && position.canBeLiquidated()) {
                double drift = world.profile(position.kind).margin().collateralDrift();
                book.margin(position, Math.max(dice.logNormal(position.ratio, drift), SMALLEST_RATIO));
            }
        }
    }

    /// Closes positions whose time has come.
    ///
    /// @param mark present price
    /// @param now traders' time, days
    void expire(double mark, double now) {
        while (book.deadlines().isDue(now)) {
            OpenPosition position = book.deadlines().first();
            TraderProfile.Exits exits = world.profile(position.kind).exits();
            if (position.isLosing(mark) && dice.chance(exits.disposition())) {
                book.postpone(position, now + position.life * dice.exponential());
            } else if (position.lots > 1 && dice.chance(exits.scaleOutShare())) {
                long half = position.lots / 2;
                tape.rest(-position.sign, half);
                book.reduce(position, half);
                book.postpone(position, now + position.life * dice.exponential());
            } else {
                close(position);
            }
        }
    }

    /// Closes positions whose owners are frightened by the last hour's move.
    ///
    /// @param mark present price
    void panic(double mark, double elapsedDays) {
        lastHour.advance(mark, elapsedDays);
        double fear = Math.abs(lastHour.value(mark)) - CALM_DEVIATIONS;
        if (fear > 0) {
            int frightened = panics.arrivals(book.count() * world.crowd().panic() * fear * elapsedDays);
            for (int n = Math.min(frightened, book.count()); n > 0; n--) {
                close(book.get(dice.below(book.count())));
            }
        }
    }

    private void close(OpenPosition position) {
        tape.take(-position.sign, position.lots);
        book.close(position);
    }
}
