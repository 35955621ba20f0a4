package io.liquidationmap.ingestion.binance;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.liquidationmap.ingestion.archive.Kline;
import java.time.Instant;

/// A kline as an array of twelve; the prices of the mark come with zeros for volumes.
///
/// @param volume coins of a linear contract, contracts of an inverse one
/// @param quoteVolume quote currency of a linear contract, coins of an inverse one
/// @param takerBuyVolume the part in which the taker bought, counted as the volume
/// @param takerBuyQuoteVolume the same, counted as the quote volume
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({
    "openTime",
    "open",
    "high",
    "low",
    "close",
    "volume",
    "closeTime",
    "quoteVolume",
    "trades",
    "takerBuyVolume",
    "takerBuyQuoteVolume",
    "ignored"
})
record KlineRow(
        long openTime,
        double open,
        double high,
        double low,
        double close,
        double volume,
        long closeTime,
        double quoteVolume,
        long trades,
        double takerBuyVolume,
        double takerBuyQuoteVolume,
        String ignored) {

    /// Of a linear contract, or of a mark price.
    Kline linear() {
        return kline(volume, quoteVolume, takerBuyVolume);
    }

    /// Of an inverse contract.
    ///
    /// @param contractUsd worth of one contract, US dollars
    Kline inverse(double contractUsd) {
        return kline(quoteVolume, volume * contractUsd, takerBuyQuoteVolume);
    }

    private Kline kline(double coins, double quote, double takerBoughtCoins) {
        return new Kline(Instant.ofEpochMilli(openTime), open, high, low, close, coins, quote, takerBoughtCoins);
    }
}
