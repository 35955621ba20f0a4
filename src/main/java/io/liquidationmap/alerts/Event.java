package io.liquidationmap.alerts;

import io.liquidationmap.engine.Cluster;
import io.liquidationmap.engine.context.Label;
import io.liquidationmap.market.Side;
import java.time.Instant;

/// Something an alert waited for.
public sealed interface Event {

    /// Tells it from every other event of the same alert.
    String key();

    /// The instant the data behind it ends.
    Instant asOf();

    /// The imbalance is called something else.
    ///
    /// @param upUsd shorts that would be liquidated out to the distance, US dollars
    /// @param downUsd longs likewise
    record LabelChanged(Instant asOf, double distancePct, Label before, Label after, double upUsd, double downUsd)
            implements Event {
        @Override
        public String key() {
            return "label " + asOf;
        }
    }

    /// Price has been inside a cluster or beyond it.
    ///
    /// @param priceBefore the price when the cluster was seen, outside of it
    /// @param priceReached the price that has since gone farthest into it or beyond
    /// @param price the price now
    record ClusterEntered(Instant asOf, Cluster cluster, double priceBefore, double priceReached, double price)
            implements Event {
        @Override
        public String key() {
            return "cluster " + asOf + " " + cluster.low() + " " + cluster.high();
        }
    }

    /// Much has been liquidated.
    ///
    /// @param from when the step begins
    /// @param asOf when it ends
    /// @param side of the positions
    /// @param usd what is known of, US dollars
    /// @param complete whether all that was liquidated is known
    record Swept(Instant from, Instant asOf, Side side, double usd, boolean complete) implements Event {
        @Override
        public String key() {
            return "sweep " + from + " " + side;
        }
    }

    /// Nothing: the owner wants to see whether messages arrive.
    record Test(Instant asOf) implements Event {
        @Override
        public String key() {
            return "test " + asOf;
        }
    }
}
