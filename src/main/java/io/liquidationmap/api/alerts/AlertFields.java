package io.liquidationmap.api.alerts;

import io.liquidationmap.alerts.Condition;
import io.liquidationmap.api.query.BodyReader;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.CommaList;
import io.liquidationmap.api.query.Decimal;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.PrintableText;
import io.liquidationmap.api.query.Query;
import io.liquidationmap.api.query.RangeLength;
import io.liquidationmap.api.query.StepLength;
import io.liquidationmap.api.query.SymbolName;
import io.liquidationmap.api.query.VenueName;
import io.liquidationmap.api.query.WebAddress;
import io.liquidationmap.api.query.WholeNumber;
import io.liquidationmap.maps.DistanceImbalance;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.Range;
import io.liquidationmap.market.Venue;
import java.net.URI;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The fields of an alert that is to be.
@Configuration(proxyBeanMethods = false)
class AlertFields {

    private static final int MOST_VENUES = 32;
    private static final double MOST_USD = 1e15;

    static final Parameter<String> SYMBOL = Parameter.required(
            "symbol", new SymbolName(), "BTC", "A base asset (BTC) or a venue's own instrument (BTCUSDT).");

    static final Parameter<Set<Venue>> VENUES = Parameter.optional(
            "venues",
            new CommaList<>(new VenueName(), MOST_VENUES),
            "binance",
            "The venues to count, as a list. Without it, all that list the symbol.");

    static final Parameter<Range> RANGE = Parameter.defaulting(
            "range",
            new RangeLength(),
            "30d",
            "30d",
            "Positions opened within the last …; sweeps do not depend on it.");

    static final Parameter<Kind> CONDITION = Parameter.required(
            "condition",
            Choice.of(Kind.class),
            "price-in-cluster",
            "imbalance-label: the imbalance is called something else. price-in-cluster: price trades inside or beyond a"
                    + " cluster of at least thresholdUsd. sweep: at least thresholdUsd is known to have been liquidated on"
                    + " one side in one step.");

    static final Parameter<Double> THRESHOLD_USD = Parameter.optional(
            "thresholdUsd",
            Decimal.positiveUpTo(MOST_USD),
            "25000000",
            "US dollars; required for price-in-cluster and sweep, and only there.");

    static final Parameter<Integer> DISTANCE_PCT = Parameter.defaulting(
            "distancePct",
            new WholeNumber(2, 20),
            "10",
            "10",
            "Out to which distance the imbalance is judged: 2, 5, 10 or 20 %. Only for imbalance-label.");

    static final Parameter<Interval> STEP = Parameter.defaulting(
            "step", new StepLength(), "5m", "5m", "Within which time so much must be liquidated. Only for sweep.");

    static final Parameter<URI> URL = Parameter.required(
            "url",
            new WebAddress(),
            "https://example.org/hook",
            "Where messages are posted to: a public host, by https.");

    static final Parameter<String> SECRET = Parameter.required(
            "secret",
            new PrintableText(16, 256),
            "correct-horse-battery-staple",
            "Signs the messages; never shown again.");

    @Bean
    BodyReader<AlertBody> alertBodies() {
        return new BodyReader<>(AlertBody.class, AlertFields::read);
    }

    private static AlertBody read(Query fields) {
        String symbol = fields.get(SYMBOL);
        Set<Venue> venues = fields.find(VENUES);
        Range range = fields.get(RANGE);
        Condition condition = condition(fields);
        URI url = fields.get(URL);
        String secret = fields.get(SECRET);
        return new AlertBody(symbol, venues == null ? Set.of() : venues, range, condition, url, secret);
    }

    private static Condition condition(Query fields) {
        Kind kind = fields.find(CONDITION);
        Double threshold = fields.find(THRESHOLD_USD);
        int distancePct = fields.get(DISTANCE_PCT);
        Interval step = fields.get(STEP);
        if (kind == null) {
            if (!fields.isGiven(CONDITION)) {
                fields.refuse(CONDITION, "is missing");
            }
            return new Condition.ImbalanceLabel(distancePct);
        }
        requireFieldsOf(kind, distancePct, fields);
        double usd = threshold == null ? THRESHOLD_USD.fallback() : threshold;
        return switch (kind) {
            case IMBALANCE_LABEL -> new Condition.ImbalanceLabel(distancePct);
            case PRICE_IN_CLUSTER -> new Condition.PriceInCluster(usd);
            case SWEEP -> new Condition.Sweep(usd, step);
        };
    }

    private static void requireFieldsOf(Kind kind, int distancePct, Query fields) {
        String elsewhere = "decides nothing with condition " + Choice.nameOf(kind);
        boolean hasThreshold = kind != Kind.IMBALANCE_LABEL;
        if (hasThreshold && !fields.isGiven(THRESHOLD_USD)) {
            fields.refuse(THRESHOLD_USD, "is missing");
        }
        if (!hasThreshold && fields.isGiven(THRESHOLD_USD)) {
            fields.refuse(THRESHOLD_USD, elsewhere, "only with price-in-cluster or sweep");
        }
        if (kind != Kind.SWEEP && fields.isGiven(STEP)) {
            fields.refuse(STEP, elsewhere, "only with sweep");
        }
        if (kind != Kind.IMBALANCE_LABEL && fields.isGiven(DISTANCE_PCT)) {
            fields.refuse(DISTANCE_PCT, elsewhere, "only with imbalance-label");
        } else if (!DistanceImbalance.DISTANCES_PCT.contains((double) distancePct)) {
            fields.refuse(DISTANCE_PCT, "is not one of the distances", "one of 2, 5, 10, 20");
        }
    }

    /// What kinds of conditions there are.
    enum Kind {
        IMBALANCE_LABEL,
        PRICE_IN_CLUSTER,
        SWEEP;

        static Kind of(Condition condition) {
            return switch (condition) {
                case Condition.ImbalanceLabel _ -> IMBALANCE_LABEL;
                case Condition.PriceInCluster _ -> PRICE_IN_CLUSTER;
                case Condition.Sweep _ -> SWEEP;
            };
        }
    }
}
