package io.liquidationmap.history.jpa;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface VenueRepository extends JpaRepository<VenueRow, Integer> {

    Optional<VenueRow> findByName(String name);

    /// Leaves a venue alone that another instance has just added, which saving an entity cannot.
    @Modifying
    @Query(
            nativeQuery = true,
            value = "insert into venue (name, simulated) values (:name, :simulated) on conflict (name) do nothing")
    void insertIfAbsent(String name, boolean simulated);
}
