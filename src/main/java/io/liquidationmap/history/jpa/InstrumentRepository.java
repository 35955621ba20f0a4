package io.liquidationmap.history.jpa;

import io.liquidationmap.market.InstrumentId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface InstrumentRepository extends JpaRepository<InstrumentRow, Integer> {

    @Query("select i from InstrumentRow i join fetch i.venue")
    List<InstrumentRow> findAllWithVenue();

    @Query("select i from InstrumentRow i join fetch i.venue v where v.name = :venue and i.symbol = :symbol")
    Optional<InstrumentRow> find(String venue, String symbol);

    /// Makes all who change what hangs on the instrument take turns, until the transaction ends.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from InstrumentRow i where i.venue.name = :venue and i.symbol = :symbol")
    Optional<InstrumentRow> findAndLock(String venue, String symbol);

    /// Leaves an instrument alone that another instance has just added, which saving an entity cannot.
    ///
    /// @return 0 if the venue is unknown or the instrument known, else 1
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into instrument (venue_id, symbol, base, quote, contract)
                    select id, :symbol, :base, :quote, :contract from venue where name = :venue
                    on conflict (venue_id, symbol) do nothing""")
    int insertIfAbsent(String venue, String symbol, String base, String quote, String contract);

    default Optional<InstrumentRow> find(InstrumentId id) {
        return find(id.venue().name(), id.symbol());
    }

    default Optional<InstrumentRow> findAndLock(InstrumentId id) {
        return findAndLock(id.venue().name(), id.symbol());
    }
}
