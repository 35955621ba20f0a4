package io.liquidationmap.ingestion.files;

import io.liquidationmap.ingestion.archive.MetricsLabels;
import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.InstrumentId;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// Reads the rows of [Layout#METRICS]. Linear contracts have their open interest in coins and its value in quote
/// currency; inverse ones have it in contracts and its value in coins. The moment of a sample is as labelled.
final class SampleReader implements RowReader<Sample> {

    private final InstrumentId instrument;
    private final int createTime;
    private final int symbol;
    private final int openInterest;
    private final int longShortRatio;
    private final int topAccountRatio;
    private final int topPositionRatio;

    SampleReader(Header header, InstrumentId instrument, ContractType contract) {
        this.instrument = instrument;
        createTime = header.column("create_time");
        symbol = header.column("symbol");
        openInterest =
                header.column(contract == ContractType.INVERSE ? "sum_open_interest_value" : "sum_open_interest");
        longShortRatio = header.column("count_long_short_ratio");
        topAccountRatio = header.column("count_toptrader_long_short_ratio");
        topPositionRatio = header.column("sum_toptrader_long_short_ratio");
    }

    @Override
    public Sample read(Row row) {
        String name = row.text(symbol);
        if (!ArchiveName.isSameSymbol(name, instrument.symbol())) {
            throw new IllegalArgumentException("is of " + Excerpt.of(name) + ", not of " + instrument.symbol());
        }
        Double coins = row.numberOrNull(openInterest);
        if (coins != null && !(coins > 0)) {
            throw new IllegalArgumentException("open interest must be positive");
        }
        return new Sample(
                row.fields().getStartingLineNumber(),
                label(row.text(createTime)),
                coins,
                row.numberOrNull(longShortRatio),
                row.numberOrNull(topAccountRatio),
                row.numberOrNull(topPositionRatio));
    }

    private static Instant label(String createTime) {
        try {
            return MetricsLabels.parse(createTime);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException("time is " + Excerpt.of(createTime) + ", not yyyy-MM-dd HH:mm:ss");
        }
    }
}
