package io.liquidationmap.history.jpa;

import io.liquidationmap.history.InstrumentCatalog.KnownSchedule;
import io.liquidationmap.market.MarginSchedule;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "margin_schedule")
@SuppressWarnings("UnusedVariable") // some fields are only read by queries
class MarginScheduleRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int instrumentId;
    private Instant knownAt;
    private double takerFeeRate;
    private String source;
    private LocalDate asOf;

    @ElementCollection
    @CollectionTable(name = "margin_tier", joinColumns = @JoinColumn(name = "margin_schedule_id"))
    @OrderColumn(name = "position")
    private List<MarginTierRow> tiers;

    protected MarginScheduleRow() {}

    MarginScheduleRow(InstrumentRow instrument, MarginSchedule schedule, Instant knownAt) {
        this.instrumentId = instrument.id();
        this.knownAt = knownAt;
        this.takerFeeRate = schedule.takerFeeRate();
        this.source = schedule.source();
        this.asOf = schedule.asOf();
        this.tiers = schedule.tiers().stream().map(MarginTierRow::of).toList();
    }

    KnownSchedule toKnownSchedule() {
        return new KnownSchedule(toSchedule(), knownAt);
    }

    MarginSchedule toSchedule() {
        return new MarginSchedule(tiers.stream().map(MarginTierRow::toTier).toList(), takerFeeRate, source, asOf);
    }
}
