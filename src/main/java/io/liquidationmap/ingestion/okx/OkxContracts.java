package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.RefusedRows;
import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Instrument;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The swaps that are listed: nothing the venue says can be read without knowing what one contract is.
final class OkxContracts {

    private final OkxApi api;
    private final RefusedRows refused;
    private volatile Map<String, OkxContract> known = Map.of();

    OkxContracts(OkxApi api, RefusedRows refused) {
        this.api = api;
        this.refused = refused;
    }

    /// Those that are listed now.
    Collection<OkxContract> listed() {
        Map<String, OkxContract> listed = new TreeMap<>();
        List<InstrumentRow> rows = api.instruments("SWAP").rows();
        refused.listing(OkxSource.VENUE, rows, InstrumentRow::instId, OkxContract::of)
                .forEach(contract -> listed.put(contract.instrument().symbol(), contract));
        known = listed;
        return listed.values();
    }

    /// The swap of this instrument, as far as already known.
    Optional<OkxContract> find(Instrument instrument) {
        return Optional.ofNullable(known.get(instrument.symbol()));
    }

    /// The swap of this instrument; asks the venue if it is not known yet.
    ///
    /// @throws VenueUnavailableException if it is not listed
    OkxContract get(Instrument instrument) {
        if (find(instrument).isEmpty()) {
            listed();
        }
        return find(instrument)
                .orElseThrow(() -> new VenueUnavailableException("does not list " + instrument.symbol(), null, null));
    }
}
