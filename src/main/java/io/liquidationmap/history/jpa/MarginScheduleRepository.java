package io.liquidationmap.history.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MarginScheduleRepository extends JpaRepository<MarginScheduleRow, Long> {

    Optional<MarginScheduleRow> findFirstByInstrumentIdOrderByKnownAtDescIdDesc(int instrumentId);

    Optional<MarginScheduleRow> findFirstByInstrumentIdAndKnownAtLessThanEqualOrderByKnownAtDescIdDesc(
            int instrumentId, Instant asOf);

    Optional<MarginScheduleRow> findFirstByInstrumentIdOrderByKnownAtAscIdAsc(int instrumentId);

    List<MarginScheduleRow> findByInstrumentIdOrderByKnownAtAscIdAsc(int instrumentId);
}
