package io.liquidationmap.history.jpa;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface IngestionRunRepository extends JpaRepository<IngestionRunRow, IngestionRunRow.Id> {

    @Query("select r from IngestionRunRow r join fetch r.instrument i join fetch i.venue")
    List<IngestionRunRow> findAllWithInstrument();
}
