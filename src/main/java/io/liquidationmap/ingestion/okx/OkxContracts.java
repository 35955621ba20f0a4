package io.liquidationmap.ingestion.okx;

import io.liquidationmap.ingestion.VenueUnavailableException;
import io.liquidationmap.market.Instrument;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The swaps that are listed: nothing the venue says can be read without knowing what one contract is.
final class OkxContracts {

    private static final Logger log = LoggerFactory.getLogger(OkxContracts.class);

    private final OkxApi api;
    private volatile Map<String, OkxContract> known = Map.of();

    OkxContracts(OkxApi api) {
        this.api = api;
    }

    /// Those that are listed now.
    Collection<OkxContract> listed() {
        Map<String, OkxContract> listed = new TreeMap<>();
        for (InstrumentRow row : api.instruments("SWAP").rows()) {
            try {
                OkxContract.of(row).ifPresent(contract -> listed.put(row.instId(), contract));
            } catch (IllegalArgumentException e) {
                log.debug("{} is left out: {}", row, e.getMessage());
            }
        }
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
