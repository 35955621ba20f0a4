package io.liquidationmap.ingestion.hyperliquid;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question to the venue's one endpoint. Times are epoch milliseconds, both ends inclusive.
///
/// @param type what is asked
/// @param weight what the question costs of the venue's limit
/// @param canWait whether it may be put off until nothing else needs the limit
@JsonInclude(JsonInclude.Include.NON_NULL)
record InfoRequest(
        String type,
        @Nullable String coin,
        @Nullable String user,
        @Nullable Long startTime,
        @Nullable Long endTime,
        @Nullable CandleStretch req,
        @JsonIgnore int weight,
        @JsonIgnore boolean canWait) {

    /// Most candles the venue remembers of each length, and so the most of an answer.
    static final int MOST_CANDLES = 5_000;

    /// Most payments of funding in an answer.
    static final int MOST_PAYMENTS = 500;

    private static final int USUAL_WEIGHT = 20;
    private static final int ACCOUNT_WEIGHT = 2;
    private static final int CANDLES_PER_WEIGHT = 60;
    private static final int ROWS_PER_WEIGHT = 20;

    /// More trades than an answer has been seen to hold.
    private static final int TRADES = 100;

    /// What is listed, with margin tiers.
    static InfoRequest meta() {
        return about("meta", null, null, USUAL_WEIGHT, false);
    }

    /// What is listed, with the present state of each contract.
    static InfoRequest metaAndContexts() {
        return about("metaAndAssetCtxs", null, null, USUAL_WEIGHT, false);
    }

    /// The candles that open from `from` until just before `to`.
    ///
    /// @param candles how many those are
    static InfoRequest candles(String coin, String interval, Instant from, Instant to, long candles) {
        CandleStretch stretch = new CandleStretch(coin, interval, from.toEpochMilli(), to.toEpochMilli() - 1);
        int weight = USUAL_WEIGHT + Math.toIntExact(Math.ceilDiv(candles, CANDLES_PER_WEIGHT));
        return new InfoRequest("candleSnapshot", null, null, null, null, stretch, weight, false);
    }

    /// The funding paid from `from` until just before `to`.
    ///
    /// @param payments how many to expect
    static InfoRequest funding(String coin, Instant from, Instant to, long payments) {
        int weight = USUAL_WEIGHT + Math.toIntExact(Math.ceilDiv(payments, ROWS_PER_WEIGHT));
        return new InfoRequest(
                "fundingHistory", coin, null, from.toEpochMilli(), to.toEpochMilli() - 1, null, weight, false);
    }

    /// The latest trades, with who made them.
    static InfoRequest recentTrades(String coin) {
        return about("recentTrades", coin, null, USUAL_WEIGHT + TRADES / ROWS_PER_WEIGHT, true);
    }

    /// The positions of an account.
    static InfoRequest account(String address) {
        return about("clearinghouseState", null, address, ACCOUNT_WEIGHT, true);
    }

    private static InfoRequest about(
            String type, @Nullable String coin, @Nullable String user, int weight, boolean canWait) {
        return new InfoRequest(type, coin, user, null, null, null, weight, canWait);
    }

    /// A stretch of candles.
    record CandleStretch(String coin, String interval, long startTime, long endTime) {}
}
