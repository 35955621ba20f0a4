package io.liquidationmap.api.stream;

import io.liquidationmap.api.liquidations.LiveMap;
import io.liquidationmap.api.representation.JsonWriter;
import org.jspecify.annotations.Nullable;

/// The present state of something, written once for all who follow it. Immutable.
final class Draft {

    private final EventKind kind;
    private final byte[] whole;
    private final String digest;
    private final @Nullable LiveMap map;

    private Draft(EventKind kind, byte[] whole, @Nullable LiveMap map) {
        this.kind = kind;
        this.whole = whole;
        this.digest = Digest.of(whole);
        this.map = map;
    }

    static Draft of(EventKind kind, Object content, JsonWriter json) {
        return new Draft(kind, json.write(content), null);
    }

    static Draft of(LiveMap map, JsonWriter json) {
        return new Draft(EventKind.MAP, json.write(map.whole()), map);
    }

    EventKind kind() {
        return kind;
    }

    /// Names it: equal drafts have equal digests, on every instance.
    String digest() {
        return digest;
    }

    /// All of it.
    byte[] whole() {
        return whole;
    }

    /// What somebody must be told who knows `before`; all of it where that is not less.
    byte[] since(@Nullable Draft before, JsonWriter json) {
        return map == null || before == null || before.map == null ? whole : json.write(map.since(before.map));
    }
}
