package io.liquidationmap.api.accuracy;

import io.liquidationmap.accuracy.Scoreboard;
import io.liquidationmap.accuracy.forecast.LiveScore;
import io.liquidationmap.api.representation.Table;
import io.liquidationmap.api.representation.Tables;
import io.liquidationmap.api.representation.Tabular;
import io.liquidationmap.maps.ExactMap;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// How wrong the maps have been.
record AccuracyAnswer(
        @Schema(description = "By what had happened when.") Instant asOf,

        long asOfMs,

        @Schema(description = "Against the known positions of simulated markets; real markets may be harder.")
        SimulatedScores simulated,

        @Schema(
                description = "By what was force-closed after each map had been drawn, and beside what needs no map: an"
                        + " entry per instrument whose liquidations are known and length of buckets. Empty until"
                        + " something was predicted.")
        List<LiveEntry> live,

        @Schema(
                description =
                        "Against the positions of public accounts, as far as they are known now: an entry per"
                                + " symbol, at most a few minutes old. Empty where no venue's accounts are public, and with asOf.")
        List<KnownEntry> known)
        implements Tabular {

    static final Tables<AccuracyAnswer> TABLES = Tables.<AccuracyAnswer>withMain("all")
            .and("simulated", answer -> AccuracyTable.ofSimulated(answer.simulated))
            .and("live", answer -> AccuracyTable.ofLive(answer.live))
            .and("known", answer -> AccuracyTable.ofKnown(answer.known));

    static AccuracyAnswer of(Instant asOf, Scoreboard simulated, List<LiveScore> live, List<ExactMap> known) {
        return new AccuracyAnswer(
                asOf,
                asOf.toEpochMilli(),
                SimulatedScores.of(simulated),
                live.stream().map(LiveEntry::of).toList(),
                known.stream().map(KnownEntry::of).toList());
    }

    @Override
    public Table table() {
        return AccuracyTable.of(simulated, live, known);
    }

    @Override
    public Table table(String name) {
        return TABLES.table(this, name);
    }
}
