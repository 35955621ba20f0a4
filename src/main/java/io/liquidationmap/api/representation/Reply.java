package io.liquidationmap.api.representation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a controller answers with.
///
/// @param representation the answer as bytes
/// @param lastModified when the data behind it changed; null if that is not known
/// @param fresh how long it may be used without asking again; zero for not at all
public record Reply(Representation representation, @Nullable Instant lastModified, Duration fresh) {}
