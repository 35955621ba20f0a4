package io.liquidationmap.history;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// The port's behaviour written down as plainly as can be.
public final class InMemoryImbalanceLog implements ImbalanceLog {

    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();

    @Override
    public List<Entry> entries(Collection<String> keys) {
        return keys.stream().map(entries::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void record(Collection<Entry> recorded, int most) {
        recorded.forEach(entry -> entries.putIfAbsent(entry.key(), entry));
        while (entries.size() > most) {
            entries.pollFirstEntry();
        }
    }

    /// All, those recorded first in front.
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }
}
