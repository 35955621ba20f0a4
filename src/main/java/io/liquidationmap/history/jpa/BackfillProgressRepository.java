package io.liquidationmap.history.jpa;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface BackfillProgressRepository extends JpaRepository<BackfillProgressRow, SeriesId> {

    @Query("select p from BackfillProgressRow p join fetch p.instrument i join fetch i.venue")
    List<BackfillProgressRow> findAllWithInstrument();

    @Query("""
            select p from BackfillProgressRow p join fetch p.instrument i join fetch i.venue v
            where v.name = :venue and i.symbol = :symbol and p.id.intervalSeconds = :intervalSeconds""")
    Optional<BackfillProgressRow> find(String venue, String symbol, int intervalSeconds);
}
