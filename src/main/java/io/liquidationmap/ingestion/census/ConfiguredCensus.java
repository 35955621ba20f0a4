package io.liquidationmap.ingestion.census;

import io.liquidationmap.history.CountedVenues;
import io.liquidationmap.market.Venue;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The enabled venues that publish what their accounts hold. Also on an instance that does not poll: others on the same
/// database do that for it.
@Component
@EnableConfigurationProperties(CensusProperties.class)
class ConfiguredCensus implements CountedVenues {

    private final ObjectProvider<PositionSource> sources;
    private final CensusProperties properties;

    ConfiguredCensus(ObjectProvider<PositionSource> sources, CensusProperties properties) {
        this.sources = sources;
        this.properties = properties;
    }

    @Override
    public Set<Venue> venues() {
        return properties.enabled()
                ? sources.stream().map(PositionSource::venue).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
