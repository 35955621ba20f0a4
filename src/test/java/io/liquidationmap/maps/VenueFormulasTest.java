package io.liquidationmap.maps;

import static io.liquidationmap.engine.price.LiquidationFormula.MAINTENANCE_AND_FEE_ON_VALUE;
import static io.liquidationmap.engine.price.LiquidationFormula.MAINTENANCE_ON_ENTRY_VALUE;
import static io.liquidationmap.engine.price.LiquidationFormula.MAINTENANCE_ON_VALUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liquidationmap.engine.price.LiquidationFormula;
import io.liquidationmap.market.Venue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class VenueFormulasTest {

    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-coinm", "hyperliquid", "dydx", "deribit"})
    void formula_isOnValue_asShipped(String venue) throws IOException {
        assertThat(shipped(venue)).isEqualTo(MAINTENANCE_ON_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"okx", "gate", "bitget"})
    void formula_countsTheClosingFee_asShipped(String venue) throws IOException {
        assertThat(shipped(venue)).isEqualTo(MAINTENANCE_AND_FEE_ON_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bybit", "bitmex"})
    void formula_isOnEntryValue_asShipped(String venue) throws IOException {
        assertThat(shipped(venue)).isEqualTo(MAINTENANCE_ON_ENTRY_VALUE);
    }

    @Test
    void formula_isOnValue_forAVenueThatIsNotConfigured() throws IOException {
        assertThat(shipped("somewhere-else")).isEqualTo(MAINTENANCE_ON_VALUE);
    }

    @Test
    void formula_isOnValue_forAVenueOfWhichOtherThingsAreConfigured() {
        assertThat(configured(Map.of("liquidationmap.venues.new.base-url", "http://localhost"), "new"))
                .isEqualTo(MAINTENANCE_ON_VALUE);
    }

    @Test
    void formula_canBeConfigured() {
        assertThat(configured(Map.of("liquidationmap.venues.new.formula", "maintenance-on-entry-value"), "new"))
                .isEqualTo(MAINTENANCE_ON_ENTRY_VALUE);
    }

    @Test
    void configuration_isRefused_whenTheFormulaIsUnknown() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> configured(Map.of("liquidationmap.venues.new.formula", "guess"), "new"))
                .withMessageContaining("liquidationmap.venues.new.formula");
    }

    private static LiquidationFormula shipped(String venue) throws IOException {
        List<PropertySource<?>> yaml =
                new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
        return formula(ConfigurationPropertySources.from(yaml), venue);
    }

    private static LiquidationFormula configured(Map<String, String> properties, String venue) {
        return formula(List.of(new MapConfigurationPropertySource(properties)), venue);
    }

    private static LiquidationFormula formula(Iterable<ConfigurationPropertySource> sources, String venue) {
        return new Binder(sources)
                .bindOrCreate("liquidationmap", VenueFormulas.class)
                .of(new Venue(venue));
    }
}
