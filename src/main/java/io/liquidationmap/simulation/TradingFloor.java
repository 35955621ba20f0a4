package io.liquidationmap.simulation;

import java.util.ArrayList;
import java.util.List;

/// The market in motion: everybody acts once per step, in a fixed order, so that whatever has a liquidation price after
/// the step has it on the right side of the mark price.
final class TradingFloor {

    private static final double BASE_FUNDING_RATE = 1e-4;
    private static final double FUNDING_PER_IMBALANCE = 2e-3;

    private final CrowdDynamics dynamics;
    private final Climate climate;
    private final PriceFormation price;
    private final PositionBook book;
    private final Tape tape = new Tape();
    private final PublishedLiquidations liquidations;
    private final Sweep sweep;
    private final Closings closings;
    private final List<Crowd> crowds = new ArrayList<>();
    private final DayTrading dayTrading;
    private double tradersTime;

    private TradingFloor(WorldParameters world, ContractTerms terms, PriceFormation price, Dice dice) {
        this.price = price;
        dynamics = world.crowd();
        climate = price.climate();
        book = new PositionBook(terms);
        liquidations = new PublishedLiquidations(world.feed(), dice.split());
        sweep = new Sweep(book, price, terms, tape, liquidations);
        closings = new Closings(world, book, tape, dice.split());
        dayTrading = new DayTrading(world.liquidity(), climate, dice.split());
        double marketLots = marketLots(world, terms);
        for (TraderKind kind : TraderKind.values()) {
            crowds.add(new Crowd(kind, world, terms, marketLots, climate, book, tape, dice.split()));
        }
    }

    /// A market that makes its own price.
    static TradingFloor leading(WorldParameters world, ContractTerms terms, long seed) {
        Dice dice = new Dice(seed);
        Climate climate = new Climate(world.price(), world.crowd(), dice.split());
        double dailyVolume = marketLots(world, terms) * world.liquidity().volumePerOpenInterest();
        PriceFormation price =
                new PriceProcess(world.price(), world.liquidity(), dailyVolume, terms, climate, dice.split());
        return new TradingFloor(world, terms, price, dice);
    }

    /// A market that takes its price from another one, and moves that on with itself.
    static TradingFloor following(WorldParameters world, ContractTerms terms, long seed, TradingFloor leader) {
        PriceFormation price = new FollowedPrice(leader, new BarRecorder(terms));
        return new TradingFloor(world, terms, price, new Dice(seed));
    }

    /// Lets everybody act once.
    ///
    /// @param timeMs when the step begins, epoch milliseconds
    /// @param stepMs how long it is; divides a quarter of an hour
    /// @param recorder is told what happens
    void step(long timeMs, long stepMs, BarRecorder recorder) {
        double days = (double) stepMs / Climate.DAY_MS;
        double before = price.mark();
        tape.clear();
        liquidations.beginStep((int) (stepMs / 1000));

        price.advance(timeMs, stepMs);
        recorder.price(price.mark());
        tradersTime += days * (1 + dynamics.hurry() * (climate.activity() - 1));
        closings.driftCollateral(days);
        sweep.run(recorder);
        double mark = price.mark();
        closings.expire(mark, tradersTime);
        closings.panic(mark, days);
        for (Crowd crowd : crowds) {
            crowd.trade(mark, days, tradersTime);
        }
        dayTrading.trade(mark / before - 1, book.openInterestLots(), days, tape);

        liquidations.endStep();
        recorder.trades(tape, (before + mark) / 2);
    }

    double mark() {
        return price.mark();
    }

    Climate climate() {
        return climate;
    }

    PositionBook book() {
        return book;
    }

    PublishedLiquidations liquidations() {
        return liquidations;
    }

    /// What longs pay shorts per funding interval at present, as a fraction of notional.
    double fundingRate() {
        double imbalance = (double) book.surplusLots() / Math.max(1, book.openInterestLots());
        return BASE_FUNDING_RATE + FUNDING_PER_IMBALANCE * imbalance;
    }

    private static double marketLots(WorldParameters world, ContractTerms terms) {
        return terms.lots(world.liquidity().openInterestUsd(), world.price().anchor());
    }
}
