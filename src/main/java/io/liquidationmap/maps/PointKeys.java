package io.liquidationmap.maps;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.liquidationmap.engine.ModelParameters;
import io.liquidationmap.market.Range;
import org.springframework.stereotype.Component;

/// Names points of the past by everything they are computed from: points of one key are equal to the bit, whenever and
/// wherever they are computed.
@Component
class PointKeys {

    private final CodeRevision revision;

    // Parameters print every cohort, and hundreds of moments share them. Weak keys are compared by identity.
    private final LoadingCache<ModelParameters, String> digests =
            Caffeine.newBuilder().weakKeys().build(parameters -> Sha256.of(parameters.toString()));

    PointKeys(CodeRevision revision) {
        this.revision = revision;
    }

    /// The key of a moment's imbalance: a SHA-256, as 64 hexadecimal digits.
    String of(Moment moment, Range range, Model model) {
        StringBuilder input = new StringBuilder(revision.text())
                .append('\n')
                .append(moment.asOf())
                .append(' ')
                .append(range)
                .append(' ')
                .append(model);
        for (Moment.Part part : moment.parts()) {
            input.append('\n').append(part.name()).append(' ').append(digests.get(part.parameters()));
        }
        return Sha256.of(input.toString());
    }
}
