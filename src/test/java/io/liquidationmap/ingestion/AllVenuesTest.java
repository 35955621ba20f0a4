package io.liquidationmap.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/// Nobody is forgotten where all venues are put to the test.
class AllVenuesTest {

    private static final Pattern SETTING = Pattern.compile("liquidationmap\\.venues\\.([a-z-]+)\\.(.+)");

    @Test
    void everyVenueOfTheConfiguration_hasAFake_contracts_andAStream() {
        Set<String> configured = venuesWith("formula");

        assertThat(AllVenues.names()).containsExactlyInAnyOrderElementsOf(configured);
        assertThat(AllVenues.CONTRACTS.stream()
                        .map(contract -> contract.id().venue().name()))
                .containsAll(configured);
        assertThat(AllStreams.CONTRACTS.stream()
                        .map(contract -> contract.id().venue().name()))
                .containsAll(configured);
        assertThat(venuesWith("stream-url")).isEqualTo(configured);
    }

    private static Set<String> venuesWith(String setting) {
        YamlPropertiesFactoryBean file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource("application.yaml"));
        Properties settings = Objects.requireNonNull(file.getObject());
        return settings.stringPropertyNames().stream()
                .map(SETTING::matcher)
                .filter(Matcher::matches)
                .filter(matcher -> matcher.group(2).equals(setting))
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
    }
}
